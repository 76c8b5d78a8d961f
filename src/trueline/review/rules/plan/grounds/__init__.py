"""Rules on what a plan rests on: earlier plans, data, objectives, risks."""
