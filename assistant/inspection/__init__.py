"""An inspection (检查) carried out on a unit: what may happen, and where it stands after what happened. Pure."""
