"""Versions of the documents for people: words, JSON, drafts, and the switch of a running service."""
