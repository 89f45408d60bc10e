"""All arms, by set and name."""

from arms_persons import person_arms
from arms_public import public_arms
from arms_registers import register_arms


def all_arms():
    """(set, arm) -> Arm."""
    return {**public_arms(), **register_arms(), **person_arms()}
