"""The code lists of the field: one enumeration for each closed list of DOMAIN.md."""

from enum import StrEnum


class ClaimType(StrEnum):
    """What a claim is about; one primary type, others beside it."""

    ATTACK = "attack"
    CASUALTY_COUNT = "casualty_count"
    TALLY = "tally"
    COMPARISON = "comparison"
    STOCK_FIGURE = "stock_figure"
    WEAPON_USE = "weapon_use"
    RESIDUAL_HAZARD = "residual_hazard"
    TARGET_DAMAGE = "target_damage"
    TARGET_STATUS = "target_status"
    DISPLACEMENT = "displacement"
    SIEGE = "siege"
    DENIAL = "denial"
    DEFERRAL = "deferral"
    NO_COMMENT = "no_comment"
    JUSTIFICATION = "justification"
    COUNTER_ACCUSATION = "counter_accusation"
    LEGAL_ASSESSMENT = "legal_assessment"
    PATTERN_ASSESSMENT = "pattern_assessment"
    CONCEALMENT_ALLEGATION = "concealment_allegation"
    METHOD_STATEMENT = "method_statement"
    CORROBORATION = "corroboration"
    AGREEMENT = "agreement"
    AGREEMENT_VIOLATION = "agreement_violation"
    INTIMIDATION = "intimidation"
    CONTEXT = "context"
    OPINION = "opinion"


class Polarity(StrEnum):
    """Where the originator stands towards what is said."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    NONE = "none"


class Mode(StrEnum):
    """In which form the words reach the reader."""

    DIRECT_QUOTE = "direct_quote"
    INDIRECT = "indirect"
    OWN_VOICE = "own_voice"
    CAPTION = "caption"
    HEADLINE = "headline"
    RELATED_HEADLINE = "related_headline"
    SOCIAL_POST = "social_post"


class HedgeKind(StrEnum):
    """How the speaker weakens what is said."""

    NONE = "none"
    REPORTED = "reported"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    EVIDENTIAL = "evidential"
    QUESTION = "question"
    DISTANCED = "distanced"
    VAGUE_SHARE = "vague_share"


class Unit(StrEnum):
    """Over what a claim speaks; only `INCIDENT` can feed a count of victims."""

    INCIDENT = "incident"
    MULTI_INCIDENT = "multi_incident"
    AGGREGATE_PERIOD = "aggregate_period"
    STOCK = "stock"
    POPULATION = "population"
    NONE = "none"


class Harm(StrEnum):
    """What happened to people; never summed across kinds."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    BESIEGED = "besieged"


class Sex(StrEnum):
    """Sex of the people counted."""

    MAN = "man"
    WOMAN = "woman"
    UNKNOWN = "unknown"


class Age(StrEnum):
    """Age of the people counted: adult is 18 and over."""

    ADULT = "adult"
    CHILD = "child"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Standing of the people counted under the law of war, as the words say."""

    CIVILIAN = "civilian"
    OTHER_PROTECTED = "other_protected"
    ARMED_FORCES_MEMBER = "armed_forces_member"
    DIRECT_PARTICIPANT = "direct_participant"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """How the words bound a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    RANGE = "range"
    ABOUT = "about"
    NEARLY = "nearly"
    VAGUE = "vague"
    NONE_SAID = "none_said"


class Counted(StrEnum):
    """What a number that counts no harmed people counts."""

    ATTACKS = "attacks"
    OBJECTS_HIT = "objects_hit"
    MUNITIONS = "munitions"
    POPULATION = "population"
    DISPLACED = "displaced"
    SHARE = "share"
    FAILURE_RATE = "failure_rate"
    AGREEMENTS = "agreements"
    REPORTS = "reports"
    PLACES = "places"
    DEAD_OR_MISSING = "dead_or_missing"
    RESCUED = "rescued"
    OTHER = "other"


class Delivery(StrEnum):
    """How a weapon reached its target."""

    AIR = "air"
    GROUND = "ground"
    NAVAL = "naval"
    EMPLACED = "emplaced"
    UNSPECIFIED = "unspecified"


class Weapon(StrEnum):
    """Kind of weapon or attack."""

    AIR_STRIKE = "air_strike"
    UNGUIDED_AIR_BOMB = "unguided_air_bomb"
    GUIDED_MUNITION = "guided_munition"
    BARREL_BOMB = "barrel_bomb"
    CLUSTER_MUNITION = "cluster_munition"
    INCENDIARY = "incendiary"
    CHEMICAL = "chemical"
    BALLISTIC_MISSILE = "ballistic_missile"
    CRUISE_MISSILE = "cruise_missile"
    ROCKET = "rocket"
    ARTILLERY_SHELL = "artillery_shell"
    MORTAR = "mortar"
    DRONE = "drone"
    SMALL_ARMS = "small_arms"
    IED = "ied"
    MINE = "mine"
    UXO = "uxo"
    OTHER = "other"
    UNKNOWN = "unknown"


class ObjectKind(StrEnum):
    """What was hit."""

    HOME = "home"
    RESIDENTIAL_AREA = "residential_area"
    MARKET = "market"
    MOSQUE = "mosque"
    CHURCH = "church"
    HOSPITAL = "hospital"
    MEDICAL_FACILITY = "medical_facility"
    AMBULANCE = "ambulance"
    SCHOOL = "school"
    CAMP = "camp"
    WATER = "water"
    POWER = "power"
    BAKERY = "bakery"
    FARM = "farm"
    ROAD = "road"
    BRIDGE = "bridge"
    QUARRY = "quarry"
    FACTORY = "factory"
    INFRASTRUCTURE = "infrastructure"
    MILITARY_POSITION = "military_position"
    ARMED_OPPOSITION = "armed_opposition"
    UNKNOWN = "unknown"


class ObjectStatus(StrEnum):
    """What the speaker says an object was."""

    CLAIMED_CIVILIAN = "claimed_civilian"
    CLAIMED_MILITARY = "claimed_military"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class PartyRole(StrEnum):
    """What a party is said to have done, or to have suffered."""

    ALLEGED_PERPETRATOR = "alleged_perpetrator"
    PERPETRATOR = "perpetrator"
    VICTIM_PARTY = "victim_party"
    TARGET = "target"
    OTHER = "other"


class Certainty(StrEnum):
    """How surely a party is named."""

    STATED = "stated"
    CLAIMED = "claimed"
    ALLEGED = "alleged"
    SUSPECTED = "suspected"


class Argument(StrEnum):
    """What an answer of the accused argues; several for each answer."""

    EVENT_DENIED = "event_denied"
    HARM_DENIED = "harm_denied"
    RESPONSIBILITY_DENIED = "responsibility_denied"
    WEAPON_USE_DENIED = "weapon_use_denied"
    SCALE_DISPUTED = "scale_disputed"
    NO_EVIDENCE = "no_evidence"
    UNVERIFIABLE = "unverifiable"
    FABRICATED = "fabricated"
    STAGED = "staged"
    STALE = "stale"
    SOURCE_DISCREDITED = "source_discredited"
    SOURCE_NONEXISTENT = "source_nonexistent"
    REMOTE_METHOD = "remote_method"
    INCONSISTENCY = "inconsistency"
    HEDGING_ATTACKED = "hedging_attacked"
    NO_INFORMATION = "no_information"
    PRECISION_CLAIM = "precision_claim"
    POLICY_PRECLUDES = "policy_precludes"
    BIAS_MOTIVE = "bias_motive"
    LAWFUL_TARGET = "lawful_target"
    PROTECTED_STATUS_LOST = "protected_status_lost"
    HUMAN_SHIELDS = "human_shields"
    COUNTER_ACCUSATION = "counter_accusation"
    CONSENT_OF_HOST_STATE = "consent_of_host_state"
    DEFERRAL = "deferral"
    NO_COMMENT = "no_comment"
    INVESTIGATING = "investigating"
    PARTIAL_ACKNOWLEDGEMENT = "partial_acknowledgement"
    ACKNOWLEDGEMENT = "acknowledgement"


class Scope(StrEnum):
    """How much an answer covers."""

    INCIDENT = "incident"
    INCIDENT_UNNAMED = "incident_unnamed"
    REPORT = "report"
    PATTERN = "pattern"
    CAMPAIGN = "campaign"
    BLANKET = "blanket"


class SpeakerKind(StrEnum):
    """What sort of voice an originator is."""

    PUBLISHER = "publisher"
    AGENCY = "agency"
    MEDIA = "media"
    RECORDER = "recorder"
    RESPONDER = "responder"
    MEDICAL = "medical"
    INTERGOVERNMENTAL = "intergovernmental"
    BELLIGERENT = "belligerent"
    OFFICIAL = "official"
    LOCAL_AUTHORITY = "local_authority"
    ORGANISATION = "organisation"
    PERSON = "person"
    WITNESS = "witness"
    UNNAMED = "unnamed"


class SegmentKind(StrEnum):
    """Which part of a document a stretch of text is."""

    TITLE = "title"
    CAPTION = "caption"
    UPDATE = "update"
    BODY = "body"
    RELATED_LINK = "related_link"
    BOILERPLATE = "boilerplate"


class DatePrecision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    SPAN = "span"
    WEEK = "week"
    MONTH = "month"
    INTERVAL = "interval"


class Grade(StrEnum):
    """How well an incident is supported; provisional until reviewed, never guilt."""

    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    FAIR = "fair"
    WEAK = "weak"
    UNGRADED = "ungraded"
    DISCOUNTED = "discounted"


class StrikeStatus(StrEnum):
    """Whether a strike took place, as the record stands."""

    DECLARED = "declared"
    CONTESTED = "contested"
    LIKELY = "likely"
    SINGLE_SOURCE = "single_source"


class AttributionStatus(StrEnum):
    """Who is said to have done it, and how the accused stands to that."""

    ADMITTED = "admitted"
    CLAIMED = "claimed"
    CONTESTED = "contested"
    DENIED_SPECIFIC = "denied_specific"
    DENIED_GENERIC = "denied_generic"
    SUSPECTED = "suspected"


class OfficialResponse(StrEnum):
    """What the accused answered."""

    ACKNOWLEDGED = "acknowledged"
    PARTLY_ACKNOWLEDGED = "partly_acknowledged"
    DENIED_SPECIFIC = "denied_specific"
    JUSTIFIED = "justified"
    DENIED_GENERIC = "denied_generic"
    INVESTIGATING = "investigating"
    DEFERRED = "deferred"
    NO_COMMENT = "no_comment"
    NONE_FOUND = "none_found"


class EvidenceClass(StrEnum):
    """What sort of evidence stands behind an incident, strongest first."""

    NAMED_LIST = "named_list"
    FIELD_INVESTIGATION = "field_investigation"
    REMOTE_INVESTIGATION = "remote_investigation"
    RESPONDER = "responder"
    MONITOR_NOTICE = "monitor_notice"
    OFFICIAL = "official"
    PRESS_ONLY = "press_only"
    SOCIAL_ONLY = "social_only"


class VictimClass(StrEnum):
    """Classes of an incident's victims; those of sex and age overlap with those of status."""

    CIVILIAN = "civilian"
    FIGHTER = "fighter"
    CHILD = "child"
    WOMAN = "woman"
    MAN = "man"
    UNKNOWN = "unknown"
