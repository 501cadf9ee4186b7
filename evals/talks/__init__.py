"""Conversations and what must hold of every turn."""
