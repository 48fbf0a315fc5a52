"""Splink's own clustering beside ours on the same planted accounts: quality and time.

Splink (Ministry of Justice, UK; Linacre et al. 2022) is probabilistic record linkage after Fellegi and
Sunter with EM. What it gets is what one document tells of one attack, one record each, with the
place, day, party, weapon, target and toll that its claims give; so it need not find that structure by
itself, as ours does. Its threshold is the one of the best pairwise f1 on the truth, which a user would
not know. It runs on DuckDB in memory.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pyarrow  # type: ignore[import-untyped]
from benchmarks.planted.grouping import compare_b_cubed, compare_pairs
from benchmarks.planted.planting import Planted
from benchmarks.planted.scoring import Report
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_level_library as levels
from splink import comparison_library as comparisons
from splink.blocking_rule_library import CustomRule
from splink.internals.splink_dataframe import SplinkDataFrame

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.vocabulary import Harm

_SEED = 1
_LOWEST, _HIGHEST = -4, 24
_U_PAIRS = 1_000_000
_COLUMNS = pyarrow.schema(
    [
        ("unique_id", pyarrow.string()),
        ("place", pyarrow.string()),
        ("district", pyarrow.string()),
        ("province", pyarrow.string()),
        ("fine", pyarrow.int32()),
        ("lat", pyarrow.float64()),
        ("lon", pyarrow.float64()),
        ("day", pyarrow.date32()),
        ("last", pyarrow.date32()),
        ("published", pyarrow.date32()),
        ("party", pyarrow.list_(pyarrow.string())),
        ("weapon", pyarrow.list_(pyarrow.string())),
        ("delivery", pyarrow.list_(pyarrow.string())),
        ("target", pyarrow.list_(pyarrow.string())),
        ("killed", pyarrow.int32()),
        ("injured", pyarrow.int32()),
    ]
)
_ALIKE = "jaro_winkler_similarity(place_l, place_r) >= 0.92"
_NEAR_DAYS = "abs(datediff('day', l.day, r.day)) <= 1"


@dataclass(slots=True)
class _Account:
    """What one document tells of one attack, gathered from its claims."""

    id: str
    claims: list[ClaimId] = field(default_factory=list)
    row: dict[str, Any] = field(default_factory=dict)


def score_splink(planted: Planted) -> Report:
    """Splink's best pairwise f1 and the seconds that it takes with one threshold."""
    accounts = _gather_accounts(planted)
    began = time.perf_counter()
    api = DuckDBAPI(connection=duckdb.connect(":memory:"))
    table = pyarrow.Table.from_pylist([one.row for one in accounts], schema=_COLUMNS)
    linker = Linker(api.register(table), _settings(), log_level=None)
    _train(linker)
    trained = time.perf_counter()
    predictions = linker.inference.predict(threshold_match_weight=_LOWEST)
    predicted = time.perf_counter()
    best, clustering = _find_best(linker, predictions, accounts, planted)
    return {
        "accounts": len(accounts),
        "threshold_bits": best["threshold_bits"],
        "pairwise": best["pairwise"],
        "b_cubed": best["b_cubed"],
        "seconds": {
            "train": round(trained - began, 2),
            "predict": round(predicted - trained, 2),
            "cluster": round(clustering, 2),
            "all": round(predicted - began + clustering, 2),
        },
    }


def _train(linker: Linker) -> None:
    """The share of matches, then u by sampling, then m by EM under two different blockings."""
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("place", "day", "target")], recall=0.3
    )
    training.estimate_u_using_random_sampling(max_pairs=_U_PAIRS, seed=_SEED)
    training.estimate_parameters_using_expectation_maximisation(block_on("place", "day"))
    training.estimate_parameters_using_expectation_maximisation(block_on("killed", "injured"))


def _find_best(
    linker: Linker, predictions: SplinkDataFrame, accounts: Sequence[_Account], planted: Planted
) -> tuple[dict[str, Any], float]:
    """The scores at the best threshold, and the seconds of one clustering."""
    true = planted.truth.incident_of
    best: dict[str, Any] = {"f1": -1.0}
    seconds = []
    for bits in range(_LOWEST, _HIGHEST + 1, 2):
        began = time.perf_counter()
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold_match_weight=bits
        )
        rows = clusters.as_record_list()
        seconds.append(time.perf_counter() - began)
        home = {row["unique_id"]: row["cluster_id"] for row in rows}
        found = {claim: home[one.id] for one in accounts for claim in one.claims}
        pairs = compare_pairs(true, found)
        if pairs.f1 > best["f1"]:
            best = {
                "f1": pairs.f1,
                "threshold_bits": bits,
                "pairwise": pairs.round(),
                "b_cubed": compare_b_cubed(true, found).round(),
            }
    return best, sum(seconds) / len(seconds)


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            _compare_places(),
            _compare_days(),
            _compare_lists("party"),
            _compare_weapons(),
            _compare_lists("target"),
            _compare_numbers("killed"),
            _compare_numbers("injured"),
        ],
        blocking_rules_to_generate_predictions=[
            CustomRule(f"l.place = r.place and {_NEAR_DAYS}"),
            CustomRule(f"l.province = r.province and l.day = r.day and {_is_vague()}"),
            CustomRule(f"l.province is null and l.day = r.day and {_NEAR_DAYS}"),
            CustomRule("l.place = r.place and l.published = r.published"),
            CustomRule("l.day = r.day and l.killed = r.killed and l.injured = r.injured"),
        ],
        retain_matching_columns=False,
    )


def _is_vague() -> str:
    return "(l.fine > 1 or r.fine > 1 or l.lat is null or r.lat is null)"


def _compare_places() -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name="place",
        comparison_levels=[
            levels.CustomLevel("place_l is null or place_r is null").configure(is_null_level=True),
            levels.ExactMatchLevel("place", term_frequency_adjustments=True),
            levels.CustomLevel(f"{_ALIKE} and (province_l is null or province_r is null)"),
            levels.CustomLevel("place_l = district_r or place_r = district_l"),
            levels.CustomLevel("place_l = province_r or place_r = province_l"),
            levels.CustomLevel("province_l = province_r"),
            levels.ElseLevel(),
        ],
    )


def _compare_days() -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name="day",
        comparison_levels=[
            levels.CustomLevel("day_l is null or day_r is null").configure(is_null_level=True),
            levels.CustomLevel("day_l = day_r and last_l = last_r"),
            levels.CustomLevel("day_l <= last_r and day_r <= last_l"),
            levels.CustomLevel(
                "day_l <= last_r + interval 1 day and day_r <= last_l + interval 1 day"
            ),
            levels.ElseLevel(),
        ],
    )


def _compare_lists(column: str) -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            levels.CustomLevel(f"{column}_l is null or {column}_r is null").configure(
                is_null_level=True
            ),
            levels.CustomLevel(f"list_has_any({column}_l, {column}_r)"),
            levels.ElseLevel(),
        ],
    )


def _compare_weapons() -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name="weapon",
        comparison_levels=[
            levels.CustomLevel("weapon_l is null or weapon_r is null").configure(
                is_null_level=True
            ),
            levels.CustomLevel("list_has_any(weapon_l, weapon_r)"),
            levels.CustomLevel("list_has_any(delivery_l, delivery_r)"),
            levels.ElseLevel(),
        ],
    )


def _compare_numbers(column: str) -> comparisons.CustomComparison:
    return comparisons.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            levels.NullLevel(column),
            levels.ExactMatchLevel(column),
            levels.PercentageDifferenceLevel(column, 0.25),
            levels.ElseLevel(),
        ],
    )


def _gather_accounts(planted: Planted) -> list[_Account]:
    """One account for each claim that names place and day, with those that carry them from it.

    A headline goes with the first claim of its text.
    """
    accounts: dict[str, _Account] = {}
    by_document: dict[str, list[Claim]] = {}
    for claim in planted.claims:
        if claim.id in planted.truth.incident_of:
            by_document.setdefault(claim.document, []).append(claim)
    for document, claims in by_document.items():
        first = next((claim.id for claim in claims if claim.in_ == "text"), claims[0].id)
        published = planted.documents[claims[0].document].published
        for claim in claims:
            leader = first if claim.in_ == "title" else _find_leader(claim) or claim.id
            id = f"{document}/{leader}"
            account = accounts.setdefault(id, _Account(id))
            account.claims.append(claim.id)
            _add(account.row, claim)
            account.row["unique_id"] = id
            account.row["published"] = published.from_ if published else None
    return [accounts[id] for id in sorted(accounts)]


def _find_leader(claim: Claim) -> ClaimId | None:
    carried = [place.from_ for place in claim.places if place.from_]
    if carried:
        return carried[0]
    return claim.when.carried if claim.when else None


def _add(row: dict[str, Any], claim: Claim) -> None:
    """Adds what one claim says to the record of its account."""
    if claim.places and row.get("fine", 9) > claim.places[0].precision:
        finest = claim.places[0]
        districts = [place.name for place in claim.places if place.precision == 3]
        row |= {
            "place": finest.name,
            "district": districts[0] if districts else None,
            "province": next((p.admin1 for p in claim.places if p.admin1), None),
            "fine": finest.precision,
            "lat": finest.lat,
            "lon": finest.lon,
        }
    if claim.when is not None and "day" not in row:
        row |= {"day": claim.when.from_, "last": claim.when.to}
    _extend(row, "party", (party.name for party in claim.parties))
    _extend(row, "weapon", (weapon.weapon.value for weapon in claim.weapons))
    _extend(row, "delivery", (weapon.delivery.value for weapon in claim.weapons))
    _extend(row, "target", (hit.object.value for hit in claim.objects))
    for harm in (Harm.KILLED, Harm.INJURED):
        numbers = [one.min for one in claim.counts if one.harm is harm and one.subset_of is None]
        if numbers:
            row[harm.value] = max([*numbers, row.get(harm.value) or 0])


def _extend(row: dict[str, Any], column: str, values: Iterable[str]) -> None:
    known = {*(row.get(column) or ()), *values}
    row[column] = sorted(known) or None
