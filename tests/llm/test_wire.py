from collections.abc import Callable

from panel.domain.call import Message, Parameters, Request
from panel.llm.wire import body, conversation, structure

Make = Callable[..., Request]

SYSTEM = Message(role="system", content="Rules.", shared=True)
DOSSIER = Message(role="user", content="Dossier.", shared=True)


def test_seats_send_the_same_bytes_first(request_for: Make) -> None:
    """Without marks, messages of one role are one string, and what seats share begins it byte for byte."""
    one, other = (conversation(request_for(sample=number).messages, marks=False) for number in (1, 2))
    assert one[0] == other[0]
    shared = request_for().messages[1].content
    assert one[1]["content"].startswith(shared + "\n\n")
    assert other[1]["content"].startswith(shared + "\n\n")
    assert one[1] != other[1]


def test_the_last_shared_part_is_marked_for_the_cache() -> None:
    """Where a provider wants marks, exactly one stands, on the last part that seats share."""
    persona = Message(role="user", content="You are the skeptic.")
    system, user = conversation([SYSTEM, DOSSIER, persona], marks=True)
    assert system == {"role": "system", "content": "Rules."}
    assert user["content"] == [
        {"type": "text", "text": "Dossier.", "cache_control": {"type": "ephemeral"}},
        {"type": "text", "text": "You are the skeptic."},
    ]


def test_a_shared_system_message_can_be_the_last_one() -> None:
    """The mark stands in the system message if nothing after it is shared."""
    system, user = conversation([SYSTEM, Message(role="user", content="Hello.")], marks=True)
    assert system["content"][0]["cache_control"] == {"type": "ephemeral"}
    assert user["content"] == "Hello."


def test_a_repair_keeps_the_order_of_speakers() -> None:
    """An assistant's message between two of the user's keeps them apart."""
    said = Message(role="assistant", content="Hm.")
    again = Message(role="user", content="Once more.")
    assert [each["role"] for each in conversation([SYSTEM, DOSSIER, said, again], marks=False)] == [
        "system",
        "user",
        "assistant",
        "user",
    ]


def test_settings_left_open_are_not_sent(request_for: Make) -> None:
    """None leaves a setting to the provider."""
    open_, chosen = request_for(), request_for()
    chosen = chosen.model_copy(
        update={"recipe": chosen.recipe.model_copy(update={"parameters": Parameters(temperature=0.2, max_tokens=None)})}
    )
    assert "temperature" not in body(open_, "prompt", marks=False)
    assert body(open_, "prompt", marks=False)["max_tokens"] == 4000
    assert body(chosen, "prompt", marks=False)["temperature"] == 0.2
    assert "max_tokens" not in body(chosen, "prompt", marks=False)


def test_each_rung_asks_for_structure_in_its_own_way(request_for: Make) -> None:
    """Schema, forced tool, nothing."""
    schema = request_for().schema_
    by_schema, by_tool = structure(schema, "schema"), structure(schema, "tool")
    assert by_schema["response_format"]["json_schema"]["strict"] is True
    assert by_schema["response_format"]["json_schema"]["schema"] == schema
    assert by_tool["tools"][0]["function"]["parameters"] == schema
    assert by_tool["tool_choice"]["function"]["name"] == by_tool["tools"][0]["function"]["name"]
    assert structure(schema, "prompt") == {}


def test_a_request_without_schema_asks_for_none(request_for: Make) -> None:
    """Free text stays free."""
    assert set(body(request_for(schema_={}), "schema", marks=False)) == {"messages", "max_tokens"}
