"""What a language model is asked for: facts, each with the words of the article that say so. No offsets, no dates of
its own making: where a quote stands, and what day it tells, is found by us."""

from typing import Annotated

from pydantic import BaseModel, Field

from graph.facts import Format, InstitutionType, Role, Status

Name = Annotated[str, Field(min_length=1, max_length=200, description="As the article writes it.")]
Quote = Annotated[
    str, Field(min_length=1, max_length=2000, description="The sentence of the article that says so, copied verbatim.")
]


class Post(BaseModel):
    """A title that a person holds."""

    title: Name
    institution: Name | None = Field(None, description="The body, as the article writes it; null if it names none.")
    quote: Quote


class Person(BaseModel):
    """A person whom the article names."""

    name: Name
    aliases: list[Name] = []
    posts: list[Post] = []
    quote: Quote


class Institution(BaseModel):
    """A body that the article names."""

    name: Name
    aliases: list[Name] = []
    type: InstitutionType = "other"
    quote: Quote


class District(BaseModel):
    """A province, city, district or county."""

    name: Name
    aliases: list[Name] = []
    quote: Quote


class Participant(BaseModel):
    """A named person who took part."""

    person: Name
    role: Role = "attendee"
    quote: Quote


class Meeting(BaseModel):
    """Named persons or delegations of two or more bodies met."""

    hosts: list[Name] = []
    visitors: list[Name] = []
    institutions: list[Name] = Field([], description="Bodies that took part on no known side.")
    participants: list[Participant] = []
    place: str | None = None
    format: Format = "unknown"
    date_quote: str | None = Field(None, description="The words that tell the day, copied verbatim; null if none do.")
    quote: Quote


class Signatory(BaseModel):
    """Who put the signature, and for which party."""

    person: Name
    party: Name | None = None
    quote: Quote


class Agreement(BaseModel):
    """Named parties agreed (signed), had agreed before (reported), or mean to agree (intended)."""

    status: Status
    parties: list[Name]
    signatories: list[Signatory] = []
    subject: str | None = None
    date_quote: str | None = Field(None, description="The words that tell the day, copied verbatim; null if none do.")
    quote: Quote


class Answer(BaseModel):
    """All that the article says."""

    persons: list[Person] = []
    institutions: list[Institution] = []
    districts: list[District] = []
    meetings: list[Meeting] = []
    agreements: list[Agreement] = []
