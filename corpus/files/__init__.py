"""File formats: one module each, all yielding the same `Parts` (text, tables, places in the original).

`catalogue.read_parts` is the way in. Each library is imported when a file of its format is read, never before.
"""
