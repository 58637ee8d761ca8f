"""The edge to the database: the only place that knows SQLAlchemy."""
