"""Inspection plans and random draws: pure calculators over the compiled records. No clock, no chance, no files."""
