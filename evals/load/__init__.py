"""The served app under load: answers a second, how long each takes, errors, memory."""
