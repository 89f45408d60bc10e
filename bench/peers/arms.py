"""All arms, by set and name."""

from arms_public import public_arms


def all_arms():
    """(set, arm) -> Arm."""
    return {**public_arms()}
