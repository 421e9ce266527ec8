"""Files of a workspace: releases, personas, prompts, verdicts."""
