from panel.store.html_text import html_text


def test_words_without_frame_and_scripts():
    """Headings, paragraphs, items and table rows remain; navigation, scripts and styles go."""
    page = """<!doctype html><html><head><title>A tool</title><style>p {}</style><script>alert(1)</script></head>
    <body><nav><a href=/>Home</a></nav><header>Logo</header>
    <h2>What it <em>does</em></h2><p>It folds&nbsp;boats &amp; hats.<br>Twice.</p>
    <ul><li>first<li>second</ul><table><tr><td>a</td><td>b</td></tr></table><footer>© us</footer></body></html>"""
    assert html_text(page) == (
        "# A tool\n\n## What it does\n\nIt folds boats & hats. Twice.\n\n- first\n\n- second\n\na | b\n"
    )


def test_title_is_left_where_there_is_a_heading():
    """A page's own first heading stands for its title."""
    assert html_text("<title>A tool | Site</title><h1>A tool</h1><p>Text") == "# A tool\n\nText\n"


def test_unclosed_frame_loses_no_text():
    """A page that never closes its nav is still read."""
    assert html_text("<nav>menu<p>The text.") == "menu\n\nThe text.\n"


def test_no_words():
    """A page without words gives nothing."""
    assert html_text("<html><head><title></title></head><body><script>x()</script></body></html>") == ""
