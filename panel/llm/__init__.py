"""The gateway to models: one protocol, three rooms behind it; the ledger; reading replies."""
