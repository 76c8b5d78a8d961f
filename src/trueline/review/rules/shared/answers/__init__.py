"""Rules on answers, decisions and waivers."""
