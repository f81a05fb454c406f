"""The frontier: which URLs are leased and when, what a lost lease does, budgets, backoffs and shared servers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select, update

from scraper.frontier.backoffs import rest_host
from scraper.frontier.frontier import LEASE_SECONDS, Budget, Frontier, Lease, release
from scraper.frontier.links import ListingVisit
from scraper.frontier.rounds import DateWindow, Round
from scraper.frontier.schema import HOSTS, SERVERS, SITES, URLS
from tests.scraper.frontier.conftest import StoppedClock
from tests.scraper.frontier.made import HOST, SITE, add_site, add_url, states, url_row

ROUND = Round(SITE, 1, True, DateWindow())


def frontier_of(
    engine: Engine, owner: str = "one", pause: float = 0.0, budget: Budget = Budget(), others: tuple[str, ...] = ()
) -> Frontier:
    """The frontier of a process, on which the site has one host."""
    frontier = Frontier(engine, owner, [ROUND], budget)
    frontier.add_hosts({HOST: pause}, {HOST: [SITE]}, others)
    return frontier


@pytest.fixture(autouse=True)
def filled(engine: Engine, stopped: StoppedClock) -> None:
    """A site with a listing and three articles to request."""
    with engine.begin() as connection:
        add_site(connection)
        for key in ("a", "b", "c"):
            add_url(connection, key)
        add_url(connection, "tin", "listing")


def keys(leases: list[Lease]) -> list[str]:
    return [lease.key for lease in leases]


def test_listings_go_first_and_each_url_is_leased_once(engine: Engine) -> None:
    one, two = frontier_of(engine), frontier_of(engine, "two")
    first = one.lease(2, 9)
    assert keys(first) == ["tin", "a"] and [lease.attempts for lease in first] == [1, 1]
    assert keys(two.lease(9, 9)) == ["b", "c"] and one.lease(9, 9) == []
    with engine.connect() as connection:
        assert [url_row(connection, key).owner for key in ("tin", "a", "b", "c")] == ["one", "one", "two", "two"]


def test_unpaced_urls_have_a_room_of_their_own(engine: Engine) -> None:
    assert len(frontier_of(engine).lease(9, 3)) == 3
    assert frontier_of(engine).lease(9, 0) == []


def test_a_paced_host_gets_one_request_at_a_time_and_its_delay_between_them(
    engine: Engine, stopped: StoppedClock
) -> None:
    frontier = frontier_of(engine, pause=10.0)
    (lease,) = frontier.lease(9, 0)
    assert lease.paced and 7.5 <= lease.pause <= 12.5
    stopped.now += 100
    assert frontier.lease(9, 9) == []  # the request is open
    with engine.begin() as connection:
        assert frontier.settle(connection, lease, state="done")
    assert keys(frontier.lease(9, 9)) == ["a"]
    stopped.now += 1
    assert frontier.lease(9, 9) == []


def test_what_is_not_due_or_of_other_sites_is_not_leased(engine: Engine, stopped: StoppedClock) -> None:
    with engine.begin() as connection:
        connection.execute(update(URLS).where(URLS.c.key == "a").values(due_at=stopped.now + 60))
        connection.execute(update(URLS).where(URLS.c.key == "b").values(site_id="xa-khac"))
        connection.execute(update(URLS).where(URLS.c.key == "c").values(state="failed"))
    assert keys(frontier_of(engine).lease(9, 9)) == ["tin"]
    stopped.now += 60
    assert keys(frontier_of(engine).lease(9, 9)) == ["a"]


def test_a_lease_carries_what_the_request_needs(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(update(URLS).where(URLS.c.key == "tin").values(etag="x", depth=2, barren=1, attempts=3))
        connection.execute(update(URLS).where(URLS.c.key != "tin").values(state="done"))
    frontier = frontier_of(engine)
    with engine.begin() as connection:
        connection.execute(update(HOSTS).values(strikes=4))
    (lease,) = frontier.lease(9, 9)
    assert (lease.etag, lease.attempts, lease.strikes, lease.pause) == ("x", 4, 4, 0.0)
    assert lease.listing == ListingVisit(lease.id, "listing", 2, 1)


def test_a_lost_lease_changes_nothing(engine: Engine) -> None:
    one, two = frontier_of(engine), frontier_of(engine, "two")
    lease = one.lease(1, 1)[0]
    with engine.begin() as connection:
        assert not two.settle(connection, lease, state="failed")
        assert states(connection)["tin"] == "leased"
        assert one.settle(connection, lease, state="done", error=None)
        assert not one.settle(connection, lease, state="failed")
        row = url_row(connection, "tin")
    assert (row.state, row.owner, row.lease_until) == ("done", None, None)


def test_an_expired_lease_is_given_to_another(engine: Engine, stopped: StoppedClock) -> None:
    assert len(frontier_of(engine).lease(9, 9)) == 4
    other = frontier_of(engine, "two")
    stopped.now += LEASE_SECONDS - 1
    assert other.lease(9, 9) == []
    stopped.now += LEASE_SECONDS
    assert len(other.lease(9, 9)) == 4


def test_the_leases_of_dead_processes_are_released(engine: Engine, stopped: StoppedClock) -> None:
    (lease,) = frontier_of(engine, "dead", pause=10.0).lease(1, 1)
    with engine.begin() as connection:
        assert release(connection, ["alive"]) == 0
        assert release(connection, ["dead", "alive"]) == 1
        assert url_row(connection, "tin").owner is None
    stopped.now += lease.pause
    assert keys(frontier_of(engine, "two", pause=10.0).lease(1, 1)) == ["tin"]


def test_a_dead_process_does_not_end_a_backoff(engine: Engine, stopped: StoppedClock) -> None:
    frontier = frontier_of(engine, "dead", pause=10.0)
    frontier.lease(1, 1)
    with engine.begin() as connection:
        rest_host(connection, HOST, 3600, "http_503")
        release(connection, ["dead"])
    stopped.now += 100
    assert frontier.lease(1, 1) == []


@pytest.mark.parametrize(
    ("budget", "spent", "leased"),
    [
        (Budget(requests=3), {}, 3),
        (Budget(requests=3), {"asked": 2}, 1),
        (Budget(requests=3), {"asked": 3}, 0),
        (Budget(requests=3), {"asked": 9}, 0),
        (Budget(bytes=100), {"bytes": 99}, 4),
        (Budget(bytes=100), {"bytes": 100}, 0),
        (Budget(requests=1, bytes=100), {"bytes": 5}, 1),
    ],
)
def test_a_budget_ends_the_requests_of_a_site(
    engine: Engine, budget: Budget, spent: dict[str, int], leased: int
) -> None:
    with engine.begin() as connection:
        connection.execute(update(SITES).values(spent or {"asked": 0}))
    frontier = frontier_of(engine, budget=budget)
    assert frontier.has_work(0) is (leased > 0)
    assert len(frontier.lease(9, 9)) == leased
    with engine.connect() as connection:
        assert connection.execute(select(SITES.c.asked)).scalar_one() == spent.get("asked", 0) + leased


@pytest.mark.parametrize(("seconds", "work"), [(59, False), (60, True)])
def test_a_host_in_backoff_has_work_once_it_ends_in_time(
    engine: Engine, stopped: StoppedClock, seconds: float, work: bool
) -> None:
    frontier = frontier_of(engine)
    with engine.begin() as connection:
        rest_host(connection, HOST, 60, "http_429")
    assert frontier.lease(9, 9) == [] and frontier.has_work(seconds) is work
    stopped.now += 60
    assert len(frontier.lease(9, 9)) == 4
    with engine.connect() as connection:
        assert connection.execute(select(HOSTS.c.resting)).scalar_one() is None


def test_urls_that_another_process_requests_are_work_and_settled_ones_are_not(engine: Engine) -> None:
    frontier = frontier_of(engine)
    for lease in frontier.lease(9, 9):
        assert frontier.has_work(0)
        with engine.begin() as connection:
            frontier.settle(connection, lease, state="done")
    assert not frontier.has_work(1e9)


@pytest.mark.parametrize(("others", "kept"), [((), 1.0), (("slow",), 5.0), (("gone",), 1.0)])
def test_a_longer_delay_of_a_running_process_is_kept(engine: Engine, others: tuple[str, ...], kept: float) -> None:
    frontier_of(engine, "slow", pause=5.0)
    frontier_of(engine, "fast", pause=1.0, others=others)
    with engine.connect() as connection:
        assert connection.execute(select(HOSTS.c.pause)).scalar_one() == kept


@pytest.mark.parametrize(
    ("crawl_delay", "pause", "resting"), [(8.0, 8.0, None), (0.5, 1.0, None), (400.0, 400.0, "400")]
)
def test_a_crawl_delay_lengthens_the_delay(
    engine: Engine, crawl_delay: float, pause: float, resting: str | None
) -> None:
    frontier = frontier_of(engine, pause=1.0)
    frontier.apply_crawl_delay(HOST, crawl_delay)
    (lease,) = frontier.lease(9, 9)
    assert pause * 0.75 <= lease.pause <= pause * 1.25
    with engine.connect() as connection:
        noted = connection.execute(select(HOSTS.c.resting)).scalar_one()
    assert noted == (resting and f"crawl_delay_{resting}_s")


class TestServers:
    """Hosts on one server."""

    OTHER = "khac.example"

    @pytest.fixture
    def frontier(self, engine: Engine) -> Frontier:
        """Two paced hosts with a URL each."""
        with engine.begin() as connection:
            connection.execute(update(URLS).where(URLS.c.key.in_(("b", "c"))).values(state="done"))
            connection.execute(update(URLS).where(URLS.c.key == "a").values(host=self.OTHER))
        frontier = Frontier(engine, "one", [ROUND])
        frontier.add_hosts({HOST: 10.0, self.OTHER: 10.0}, {HOST: [SITE], self.OTHER: [SITE]})
        return frontier

    def test_the_second_host_waits_for_the_first(
        self, engine: Engine, frontier: Frontier, stopped: StoppedClock
    ) -> None:
        first, second = frontier.lease(9, 9)
        assert frontier.locate(first.host, "203.0.113.7", first.pause) == 0.0
        assert frontier.locate(second.host, "203.0.113.7", second.pause) >= second.pause
        with engine.begin() as connection:
            frontier.settle(connection, second, state="discovered")
            connection.execute(update(HOSTS).where(HOSTS.c.host == second.host).values(next_at=0.0))
        assert frontier.lease(9, 9) == []  # the first one's request is open
        with engine.begin() as connection:
            frontier.settle(connection, first, state="done")
        stopped.now += first.pause - 0.1
        assert frontier.lease(9, 9) == []
        stopped.now += 0.2
        assert [lease.host for lease in frontier.lease(9, 9)] == [second.host]

    def test_a_server_is_claimed_with_the_lease_once_it_is_known(self, engine: Engine, frontier: Frontier) -> None:
        first, _ = frontier.lease(9, 9)
        frontier.locate(first.host, "203.0.113.7", first.pause)
        assert frontier.locate(first.host, "203.0.113.7", first.pause) == 0.0
        with engine.connect() as connection:
            assert connection.execute(select(SERVERS.c.host)).scalars().all() == [first.host]

    @pytest.mark.parametrize(("whole_server", "left"), [(True, 0), (False, 1)])
    def test_a_backoff_may_be_of_the_whole_server(
        self, engine: Engine, frontier: Frontier, stopped: StoppedClock, whole_server: bool, left: int
    ) -> None:
        with engine.begin() as connection:
            connection.execute(update(HOSTS).values(server="203.0.113.7"))
            connection.execute(SERVERS.insert().values(server="203.0.113.7"))
            rest_host(connection, HOST, 60, "http_429", whole_server)
        assert len(frontier.lease(9, 9)) == left


def test_a_lease_knows_whether_it_is_paced(engine: Engine) -> None:
    lease = frontier_of(engine).lease(1, 1)[0]
    assert not lease.paced and replace(lease, pause=0.1).paced
