"""`renshe inspect …`: inspections on the command line, for inspectors on the machine where the store is."""
