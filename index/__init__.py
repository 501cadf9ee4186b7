"""Finds passages and ranks labels. Knows nothing of matters, sections or answers: it is given texts and gives back ids."""
