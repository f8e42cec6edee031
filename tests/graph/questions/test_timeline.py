from graph.questions import timeline
from graph.store import Store


def test_events_and_posts_come_by_date_the_undated_last(world: Store) -> None:
    assert [(m.kind, m.id, m.date) for m in timeline(world, "p-01").items][:3] == [
        ("meeting", "m-03", "XXXX-12-25"),
        ("agreement", "g-01", "2024-04-19"),
        ("meeting", "m-01", "2024-04-19"),
    ]
    assert [m.id for m in timeline(world, "p-08").items] == ["m-04", "m-05"]


def test_a_moment_tells_the_part_that_was_played(world: Store) -> None:
    _, agreement, meeting, post = timeline(world, "p-01").items
    assert (agreement.role, agreement.status) == ("signatory", "signed")
    assert (meeting.role, meeting.side, meeting.title) == ("visitor", "visitor", "区长")
    assert [entity.id for entity in meeting.others] == ["p-02", "p-03"]
    assert post.body is not None
    assert (post.kind, post.title, post.body.id, post.date) == ("post", "区长", "d-110112", "2024-04-20/2024-04-21")


def test_a_body_has_a_timeline_too(world: Store) -> None:
    assert {m.id for m in timeline(world, "i-bistu").items if m.kind != "post"} == {"m-01", "m-02", "g-01"}


def test_a_window_narrows_it(world: Store) -> None:
    assert [m.id for m in timeline(world, "p-01", until="2023").items] == ["m-03"]


def test_pages_put_together_are_the_whole_list(world: Store) -> None:
    first = timeline(world, "p-01", limit=3)
    rest = timeline(world, "p-01", limit=3, cursor=first.next)
    assert first.items + rest.items == timeline(world, "p-01").items


def test_a_moment_shows_the_report_and_the_sentence_that_names_the_entity(world: Store) -> None:
    (meeting,) = timeline(world, "p-03").items
    assert [q.quote for q in meeting.quotes] == [meeting.quote, "Chen Li was present."]
    agreement = next(m for m in timeline(world, "p-01").items if m.kind == "agreement")
    assert [q.start for q in agreement.quotes] == [32, 0]


def test_a_post_of_an_undated_article_has_its_sentence(world: Store) -> None:
    (post,) = [m for m in timeline(world, "p-07").items if m.kind == "post"]
    assert (post.date, post.earliest) == (None, None)
    assert post.quote == "Anna O'Neill of Rock/Soft Co. spoke with Gao Yuan by video."
    assert post.article is not None
    assert post.article.id == "a-03"
