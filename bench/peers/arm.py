"""What one measured arm of Splink consists of."""

from dataclasses import dataclass, field
from typing import Any, Callable


@dataclass
class Arm:
    """One model on one set.

    tables: names of the DuckDB tables that `prepare` makes; two for a link (left first), one for a dedupe.
    prepare: makes those tables, given a DuckDB connection and the folder of the set.
    settings: builds Splink's SettingsCreator, given the DuckDB connection.
    deterministic, recall: for the prior; an empty list means the settings already hold it.
    em_blocks: one training session of EM each.
    floor: pairs below this probability are not written.
    one_to_one: None, `greedy` (best score first, each record once) or `single best links` (Splink's own, slow).
    cluster_at: probability at which clusters are made, None for none.
    truth: `pairs` (truth.csv of the set), `cluster` (a column of the prepared table), `same_id`.
    """

    tables: list[str]
    prepare: Callable[[Any, str], None]
    settings: Callable[[Any], Any]
    what: str
    deterministic: list[Any] = field(default_factory=list)
    recall: float = 0.9
    em_blocks: list[Any] = field(default_factory=list)
    em_without_term_frequency: bool = False
    u_max_pairs: float = 1e6
    u_seed: int | None = 1
    floor: float = 0.001
    one_to_one: str | None = None
    cluster_at: float | None = None
    truth: str = "pairs"
    id_column: str = "unique_id"
