"""The engine: our own Rasa components and the way the engine is started."""
