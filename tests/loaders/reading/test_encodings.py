import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.encodings import NotText, decode

CHINESE = """学校与昌平区召开座谈会

五月十二日,校长林远带队到访昌平区,与区长何晓一行举行座谈,双方就共建产业研究院、人才培养和成果转化等工作进行了深入交流。
区科委、教委负责同志参加会议。会上,双方还签署了战略合作协议,希望在京津冀协同发展中发挥各自的优势。
"""
TRADITIONAL = """學校與昌平區召開座談會

五月十二日,校長林遠帶隊到訪昌平區,與區長何曉一行舉行座談,雙方就共建產業研究院、人才培養和成果轉化等工作進行了深入交流。
區科委、教委負責同志參加會議。會上,雙方還簽署了戰略合作協議,希望在京津冀協同發展中發揮各自的優勢。
"""
ENGLISH = (
    "The “Innovation Day” of the University’s park – with guests from LAB, Turo Kilpeläinen among them – was held.\n"
)
KOREAN = "동북아시아 연구소는 오늘 대학과 협정을 맺었다. 총장과 시장이 참석하였다. 양측은 협력을 강화하기로 하였다."
JAPANESE = "昨日、東京の大学で調印式が行われ、学長と市長が出席した。両者は協力を深めることで合意した。"
SCRAMBLED = bytes((byte * 7 + 3) % 256 if byte > 127 else byte for byte in range(256))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_simplified_chinese_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)) == CHINESE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be"])
def test_traditional_chinese_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "gb18030", "utf-16-le", "utf-16-be", "utf-16"])
def test_english_with_typographic_marks_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    "text",
    ["The 2020 China·Langfang Fair was held.", "José met him.", "Kilpeläinen’s guests came to see", "a café chat"],
)
def test_a_single_western_character_is_not_taken_for_half_a_chinese_one(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("length", [12, 30, 60])
def test_short_chinese_texts_are_told_apart_too(length: int) -> None:
    assert decode(CHINESE[:length].encode("gb18030")) == CHINESE[:length]
    assert decode(TRADITIONAL[:length].encode("big5")) == TRADITIONAL[:length]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (b"\x84\x31\x95\x33", "gb18030")],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + CHINESE.encode(encoding)) == CHINESE


def test_a_text_that_was_cut_in_the_middle_of_a_character_is_still_read() -> None:
    assert decode(CHINESE.encode()[:-2]) == CHINESE[:-2] + "\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"\xef\xbb\xbf \n", "the file is empty"),
        (b"%PDF-1.7\n...", "a PDF document, not text"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or office document, not text"),
        (bytes(range(256)) * 20, "a binary file, not text"),
        (CHINESE.encode("gb18030").translate(SCRAMBLED), "not"),
        (KOREAN.encode("euc-kr"), "the encoding is not known"),
        (JAPANESE.encode("shift-jis"), "the encoding is not known"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(NotText):
        assert decode(data).strip()
