"""The development plan: put together in words or by presses, looked at, changed, finished."""
