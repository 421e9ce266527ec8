"""A made-up release that every test of editing is about."""

SOURCE = """---
name: Larkspur Notes
vendor: Larkspur Labs
category: Developer Tools
date: 2026-03-11
---

Larkspur Notes is a note-taking app with local search and a plug-in system. It has a public API that anyone can call.

It syncs through any folder that you choose. The free plan keeps thirty days of history.

The paid plan costs $6 per month. The source code is published under the Apache 2.0 licence.
"""
