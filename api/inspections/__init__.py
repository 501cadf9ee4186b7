"""Inspections over HTTP: who asks, what comes in, what goes out. The routes themselves are in `api/routes`."""
