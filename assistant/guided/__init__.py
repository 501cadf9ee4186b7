"""Inspections driven by words: what an inspector says becomes events, and an answer says where the inspection stands."""
