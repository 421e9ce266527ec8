# ruff: noqa: E501 - a grammar reads better unbroken
"""The Atom format as a RELAX NG schema, written out from the grammar of RFC 4287 in its XML form."""

_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+\-][0-9]{2}:[0-9]{2})"
_COMMON = """
<optional><attribute name="xml:base"><ref name="uri"/></attribute></optional>
<optional><attribute name="xml:lang"><data type="string"><param name="pattern">[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*</param></data></attribute></optional>
"""


def _text(name: str) -> str:
    """Return the grammar of a text construct: text, HTML in an escaped string, or XHTML."""
    return f"""
<define name="{name}"><element name="{name}">{_COMMON}<choice>
  <group><optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional><text/></group>
  <group><attribute name="type"><value>xhtml</value></attribute><ref name="anything"/></group>
</choice></element></define>"""


def _date(name: str) -> str:
    """Return the grammar of a date construct."""
    pattern = f'<data type="string"><param name="pattern">{_DATE}</param></data>'
    return f'<define name="{name}"><element name="{name}">{_COMMON}{pattern}</element></define>'


def _person(name: str) -> str:
    """Return the grammar of a person construct: a name, and at most one address of each kind."""
    return f"""
<define name="{name}"><element name="{name}">{_COMMON}<interleave>
  <element name="name"><text/></element>
  <optional><element name="uri"><ref name="uri"/></element></optional>
  <optional><element name="email"><data type="string"><param name="pattern">.+@.+</param></data></element></optional>
</interleave></element></define>"""


ATOM_SCHEMA = f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="feed">{_COMMON}<interleave>
  <zeroOrMore><ref name="author"/></zeroOrMore>
  <zeroOrMore><ref name="category"/></zeroOrMore>
  <zeroOrMore><ref name="contributor"/></zeroOrMore>
  <optional><ref name="generator"/></optional>
  <optional><element name="icon"><ref name="uri"/></element></optional>
  <ref name="id"/>
  <zeroOrMore><ref name="link"/></zeroOrMore>
  <optional><element name="logo"><ref name="uri"/></element></optional>
  <optional><ref name="rights"/></optional>
  <optional><ref name="subtitle"/></optional>
  <ref name="title"/>
  <ref name="updated"/>
  <zeroOrMore><ref name="entry"/></zeroOrMore>
</interleave></element></start>
<define name="entry"><element name="entry">{_COMMON}<interleave>
  <zeroOrMore><ref name="author"/></zeroOrMore>
  <zeroOrMore><ref name="category"/></zeroOrMore>
  <optional><ref name="content"/></optional>
  <zeroOrMore><ref name="contributor"/></zeroOrMore>
  <ref name="id"/>
  <zeroOrMore><ref name="link"/></zeroOrMore>
  <optional><ref name="published"/></optional>
  <optional><ref name="rights"/></optional>
  <optional><ref name="summary"/></optional>
  <ref name="title"/>
  <ref name="updated"/>
</interleave></element></define>
<define name="content"><element name="content">{_COMMON}<choice>
  <group><optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional><text/></group>
  <group><attribute name="type"><value>xhtml</value></attribute><ref name="anything"/></group>
  <group><attribute name="src"><ref name="uri"/></attribute><optional><attribute name="type"/></optional><empty/></group>
</choice></element></define>
<define name="category"><element name="category">{_COMMON}
  <attribute name="term"/>
  <optional><attribute name="scheme"><ref name="uri"/></attribute></optional>
  <optional><attribute name="label"/></optional>
</element></define>
<define name="generator"><element name="generator">{_COMMON}
  <optional><attribute name="uri"><ref name="uri"/></attribute></optional>
  <optional><attribute name="version"/></optional>
  <text/>
</element></define>
<define name="id"><element name="id">{_COMMON}<data type="string"><param name="pattern">[A-Za-z][A-Za-z0-9+.\\-]*:\\S+</param></data></element></define>
<define name="link"><element name="link">{_COMMON}
  <attribute name="href"><ref name="uri"/></attribute>
  <optional><attribute name="rel"/></optional>
  <optional><attribute name="type"><data type="string"><param name="pattern">.+/.+</param></data></attribute></optional>
  <optional><attribute name="hreflang"/></optional>
  <optional><attribute name="title"/></optional>
  <optional><attribute name="length"/></optional>
</element></define>
<define name="uri"><data type="anyURI"/></define>
<define name="anything"><zeroOrMore><choice><text/><element><anyName/>
  <zeroOrMore><attribute><anyName/></attribute></zeroOrMore><ref name="anything"/></element></choice></zeroOrMore></define>
{_text("title")}{_text("subtitle")}{_text("summary")}{_text("rights")}
{_date("updated")}{_date("published")}
{_person("author")}{_person("contributor")}
</grammar>"""
"""The schema; extensions of other name spaces, which a feed may have and ours has none of, are left out."""
