"""Engines of one family, one behind the other: asked until one of them has an answer."""

from collections.abc import Callable, Sequence
from typing import Any

from voiceflow.routing.lane import Job, Question
from voiceflow.routing.link import Link, Policy, Tell
from voiceflow.routing.race import Course, Race

_UNKNOWN_SHARE = 0.1
"""How often an engine is tried of which nothing is known, or nothing new."""


def ordered(links: Sequence[Link], policy: Policy) -> list[Link]:
    """Best first. What was measured decides among the user's own machine's engines only: cloud stays behind them."""
    if policy.order == "fixed" or len(links) == 1:
        return list(links)

    def rank(place: int) -> tuple[bool, float, int]:
        link = links[place]
        score = link.record.standing.score
        away = link.is_cloud and not policy.hedge_to_cloud
        return away, float("inf") if score is None or away else score, place

    return [links[place] for place in sorted(range(len(links)), key=rank)]


class Chain:
    """`ask` and `stop` from any thread. `links`: the first is the user's choice."""

    def __init__(self, links: Sequence[Link], course: Course, tell: Tell) -> None:
        self.links = tuple(links)
        self.first = self.links[0]
        self._course = course
        self._tell = tell
        self._told = False
        self._race: Race | None = None
        self._exploring: Job | None = None
        self.winner: Link | None = None
        """Who answered last, and why not the first."""
        self.reason = ""

    def ask(
        self,
        question: Question,
        may_ask: Callable[[Link], bool] | None = None,
        begun: Callable[[Race], None] = lambda _: None,
    ) -> Any:
        """The first good answer. `VoiceFlowError` when nobody has one: the caller still has its sound or text. `begun`
        is told whom to stop, where several are asked at once."""
        self._end_exploring()
        links = ordered(self.links, self._course.policy)
        if may_ask:
            links = [link for link in links if may_ask(link)]
        race = self._race = Race(self._course, question, links)
        begun(race)
        answer = race.run()
        self._race = None
        self._ended(race, question, asked_first=self.first in links)
        if may_ask is None and self._course.policy.order == "measured":
            self._explore(race, question)
        return answer

    def load(self, loading: Question) -> None:
        """The first engine that can be had; with hedging another one, too, and nobody waits for that."""
        self.ask(loading)
        others = (link for link in self.links if link is not self.winner and not link.is_cloud)
        if self._course.policy.hedge and (link := next(others, None)):
            link.lane.post(Job(link, loading, lambda _: None, self._course.clock()))

    def stop(self) -> None:
        """Nobody waits for the last answer that was asked for any more; never waits."""
        if race := self._race:
            race.stop()
        self._end_exploring()

    def close(self) -> None:
        self._end_exploring()
        for link in self.links:
            link.lane.close()

    @property
    def keeps_answers(self) -> bool:
        return self._course.cache.is_on

    def next_link(self) -> Link:
        """Who would be asked now."""
        links = ordered(self.links, self._course.policy)
        return next(
            (link for link in links if link.record.breaker.state != "open" and not link.lane.is_stuck), links[0]
        )

    def _ended(self, race: Race, question: Question, asked_first: bool) -> None:
        """The normal case only counts."""
        first, self.winner = self.first, race.winner
        if race.winner is first or race.winner is None:
            self.reason = ""
            if self._told:
                self._told = False
                self._tell(first.name, "")
            return
        if question.measured:
            race.winner.record.count("stood_in")
        usual = f"{race.winner.name} has answered best on this machine"
        self.reason = race.reason(first) or (usual if asked_first else f"{first.name} is not asked for this")
        self._told = True
        self._tell(race.winner.name, self.reason)

    def _explore(self, race: Race, question: Question) -> None:
        """Now and then, when the answer was given and nobody waits, another engine of this machine answers, too."""
        policy, chance = self._course.policy, self._course.chance.random()
        others = [link for link in self.links if link is not race.winner and self._may_explore(link)]
        if race.is_cached or not question.measured or not others:
            return
        link = min(others, key=lambda other: other.record.standing.at_s)
        if chance < (_UNKNOWN_SHARE if link.record.standing.is_stale else policy.explore_share):
            self._exploring = Job(link, question, _tried, self._course.clock())
            link.lane.post(self._exploring)

    def _may_explore(self, link: Link) -> bool:
        own = not link.is_cloud or self._course.policy.hedge_to_cloud
        return own and not link.record.breaker.last and not link.lane.is_stuck

    def _end_exploring(self) -> None:
        job, self._exploring = self._exploring, None
        if job:
            job.link.lane.give_up(job)


def _tried(job: Job) -> None:
    if not job.dropped and job.error is None:
        job.question.discard(job.answer)
        job.link.record.tried(job)
