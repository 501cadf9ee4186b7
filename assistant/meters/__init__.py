"""Meters of inspections: for each regime and period what was done against what its document demands. Pure."""
