"""What was written, where and when, and what became of it: the truth against which a crawl is held."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from random import Random
from zoneinfo import ZoneInfo

from tests.newsroom.outlets import OUTLETS, Outlet
from tests.newsroom.story import Story, compose, edited

DAYS = 90
_NEWS_ZONE = ZoneInfo("Asia/Riyadh")
_A_DAY = (0, 0, 1, 1, 1, 1, 2, 3)
_COPIED, _EDITED, _DELETED = 0.12, 0.08, 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article of one outlet; `number` is its own within the outlet, growing with time."""

    outlet: Outlet
    number: int
    published_at: datetime
    story: Story
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    copied_from: str | None = None

    @property
    def path(self) -> str:
        """The address below the outlet's root, in readable letters."""
        local = self.published_at.astimezone(self.outlet.zone)
        slug = "-".join(self.story.title.replace("..", " ").replace("(", " ").replace(")", " ").split())
        return self.outlet.path.format(
            number=self.number,
            slug=slug,
            yyyy=f"{local.year:04}",
            mm=f"{local.month:02}",
            dd=f"{local.day:02}",
        )

    def at(self, moment: datetime) -> Story:
        """The article as it stood at a moment."""
        return edited(self.story) if self.edited_at and self.edited_at <= moment else self.story

    def changed_at(self, moment: datetime) -> datetime:
        """When the article was last changed, as of a moment."""
        return self.edited_at if self.edited_at and self.edited_at <= moment else self.published_at

    def is_up(self, moment: datetime) -> bool:
        """Whether the article stands on its site at a moment."""
        return self.published_at <= moment and (self.deleted_at is None or self.deleted_at > moment)


class Press:
    """Every outlet's articles of the ninety days that end with a day; the same for the same day and seed."""

    def __init__(self, day: date, *, seed: int = 7, days: int = DAYS) -> None:
        """Write them."""
        self.day = day
        self.first_day = day - timedelta(days=days - 1)
        random = Random(f"{seed}")  # noqa: S311 - the same articles each time
        self.items: dict[str, tuple[Item, ...]] = {}
        written: list[Item] = []
        for outlet in OUTLETS:
            items = list(self._written(outlet, random, written, days))
            self.items[outlet.outlet_id] = tuple(items)
            written.extend(items)

    def _written(self, outlet: Outlet, random: Random, others: list[Item], days: int) -> Iterator[Item]:
        # A day more at each end: articles just outside the ninety days must not be taken for theirs.
        moments = sorted(
            datetime.combine(
                self.first_day + timedelta(days=count),
                time(random.randrange(24), random.randrange(60), random.randrange(60)),
                outlet.zone,
            )
            for count in range(-1, days + 1)
            for _ in range(random.choice(_A_DAY))
        )
        taken: set[str] = set()
        for number, published_at in enumerate(moments, start=1001):
            copied = random.choice(others) if others and random.random() < _COPIED else None
            if copied and copied.story.title in taken:
                copied = None
            if copied:
                taken.add(copied.story.title)
            later = random.random()
            yield Item(
                outlet=outlet,
                number=number,
                published_at=published_at,
                story=copied.story if copied else compose(random, len(others) + number - 1000),
                edited_at=published_at + timedelta(hours=30 + 60 * random.random())
                if later < _EDITED
                else None,
                deleted_at=published_at + timedelta(hours=50 + 60 * random.random())
                if later > 1 - _DELETED
                else None,
                copied_from=copied.outlet.outlet_id if copied else None,
            )

    def up(self, outlet: Outlet, moment: datetime) -> list[Item]:
        """Return what stands on a site at a moment, newest first."""
        return sorted(
            (each for each in self.items[outlet.outlet_id] if each.is_up(moment)),
            key=lambda each: each.published_at,
            reverse=True,
        )

    def truth(self, outlet: Outlet, day: date, moment: datetime, zone: tzinfo = _NEWS_ZONE) -> set[str]:
        """Return the paths of the articles of a news day that stand at a moment."""
        return {
            each.path for each in self.up(outlet, moment) if each.published_at.astimezone(zone).date() == day
        }
