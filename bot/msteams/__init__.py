"""The edge to Teams: the only place that knows the Bot Framework SDK."""
