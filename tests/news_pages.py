"""A story in pages as papers' sites make them: each takes its headline, which may be empty, and its paragraphs."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

LAYOUTS: dict[str, Callable[[str, list[str]], str]] = {}
"""By name."""


def told(ps: list[str], each: Callable[[str], str] = lambda p: f"<p>{escape(p)}</p>") -> str:
    """The paragraphs, each in its element."""
    return "\n".join(map(each, ps))


NAV = '<header class="masthead"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World 24</a></li></ul></nav><div class="ticker"><p>Breaking: 41 dead in ferry sinking off the coast, officials said on Thursday</p></div></header>'
FOOT = "<footer><p>© 2021 The Daily. All rights reserved. Registered in England No 1234567.</p></footer>"


def whole(body: str, head: str = "") -> str:
    """The page around a story."""
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The Daily</title>{head}</head><body>{NAV}{body}{FOOT}</body></html>'


def title(h: str) -> str:
    return f"<h1>{escape(h)}</h1>" if h else ""


def layout(made: Callable[[str, list[str]], str]) -> Callable[[str, list[str]], str]:
    LAYOUTS[made.__name__] = made
    return made


@layout
def amp(h: str, ps: list[str]) -> str:
    return f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><script async src="https://cdn.ampproject.org/v0.js"></script><style amp-boilerplate>body{{visibility:hidden}}</style><title>x</title></head><body><amp-sidebar id="sb" layout="nodisplay"><ul><li>Home</li><li>World 9</li></ul></amp-sidebar><main><article class="amp-article">{title(h)}<amp-img src="a.jpg" width="600" height="400" layout="responsive"></amp-img>{told(ps[:3])}<amp-ad width="300" height="250" type="doubleclick"><div placeholder>Ad 50% off</div></amp-ad>{told(ps[3:])}</article></main><amp-analytics><script type="application/json">{{"vars":{{"n":"99 dead"}}}}</script></amp-analytics></body></html>'


@layout
def divs(h: str, ps: list[str]) -> str:
    return whole(
        f'<div class="container"><div class="row"><div class="col-8"><div class="article__content">{title(h)}'
        + told(
            ps,
            lambda p: (
                f'<div class="paragraph" data-component="text-block"><p class="css-1a2b">{escape(p)}</p></div>'
            ),
        )
        + '</div></div><div class="col-4 sidebar"><h3>Most read</h3><ol><li><a href="/1">Nine dead in 3 storms this week</a></li><li><a href="/2">15% of voters undecided</a></li></ol></div></div></div>'
    )


@layout
def related_inside(h: str, ps: list[str]) -> str:
    box = '<div class="related-box"><h4>Read also</h4><ul><li><a href="/a">Flood kills 77 in the north on 4 June</a></li><li><a href="/b">President, 59, wins 91% of the vote</a></li></ul></div>'
    return whole(
        f'<article>{title(h)}{told(ps[:2])}{box}{told(ps[2:5])}<aside class="pullquote"><p>“{escape(ps[1][:60])}”</p></aside>{told(ps[5:])}</article>'
    )


@layout
def read_more_links(h: str, ps: list[str]) -> str:
    return whole(
        f'<article>{title(h)}{told(ps[:2])}<p class="readmore"><strong>READ MORE:</strong> <a href="/a">Flood kills 77 in the north on 4 June</a></p>{told(ps[2:])}</article>'
    )


@layout
def comments(h: str, ps: list[str]) -> str:
    return whole(
        f'<main><article>{title(h)}{told(ps)}</article><section id="disqus_thread" class="comment-list"><h3>38 Comments</h3>'
        + "".join(
            f'<article class="comment"><header>User {n} · {n + 2} hours ago</header><div class="comment-body"><p>I think {n * 7} people died there and the rest of this is {n} percent nonsense, whoever says otherwise is paid by them.</p></div></article>'
            for n in range(1, 9)
        )
        + "</section></main>"
    )


@layout
def cookie(h: str, ps: list[str]) -> str:
    return whole(
        f'<div class="modal-overlay" id="onetrust-consent-sdk"><div role="dialog" aria-label="Privacy"><h2>We value your privacy</h2><p>We and our 1,431 partners store and access information on a device, such as unique identifiers, for up to 13 months. Your choices apply to 24 sites.</p><button>Accept all</button></div></div><main>{title(h)}<div class="story-body">{told(ps)}</div></main>'
    )


@layout
def jsonld_body(h: str, ps: list[str]) -> str:
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": h,
            "articleBody": "\n\n".join(ps),
        }
    )
    return whole(
        f"<article>{title(h)}{told(ps)}</article>", f'<script type="application/ld+json">{ld}</script>'
    )


@layout
def app_shell_jsonld(h: str, ps: list[str]) -> str:
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": h,
            "articleBody": "\n\n".join(ps),
        }
    )
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><script type="application/ld+json">{ld}</script></head><body><div id="__next"></div><script src="/app.js"></script></body></html>'


@layout
def paywall_jsonld(h: str, ps: list[str]) -> str:
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "isAccessibleForFree": False,
            "headline": h,
            "articleBody": "\n\n".join(ps),
        }
    )
    return whole(
        f'<article>{title(h)}{told(ps[:1])}<div class="paywall"><h3>Subscribe to read on</h3><p>From 4.99 a month. Cancel any time. Already one of our 310,000 subscribers? Log in.</p></div></article>',
        f'<script type="application/ld+json">{ld}</script>',
    )


@layout
def hidden_rest(h: str, ps: list[str]) -> str:
    return whole(
        f'<article>{title(h)}<div class="article-body">{told(ps)}</div><div class="paywall-overlay" hidden><p>Subscribe for 5 dollars</p></div></article>'
    )


@layout
def br_paragraphs(h: str, ps: list[str]) -> str:
    return whole(
        f'<div id="content">{title(h)}<div class="text">'
        + "<br><br>\n".join(escape(p) for p in ps)
        + "</div></div>"
    )


@layout
def tables_layout(h: str, ps: list[str]) -> str:
    return whole(
        f'<table width="100%"><tr><td width="160" class="leftnav"><a href="/">Home</a><br><a href="/s">Sport 3-1</a></td><td>{title(h)}{told(ps)}</td></tr></table>'
    )


@layout
def section_spans(h: str, ps: list[str]) -> str:
    return whole(
        f'<section class="article"><div>{title(h)}</div><div>'
        + told(ps, lambda p: f'<p><span style="font-size:16px">{escape(p)}</span></p>')
        + '</div></section><section class="newsletter-widget"><p>Join 80,000 readers</p></section><div class="OUTBRAIN"><p>Doctors hate this trick: lose 12 kg in 30 days</p></div>'
    )


@layout
def figures(h: str, ps: list[str]) -> str:
    return whole(
        f'<article>{title(h)}<figure><img src="a"><figcaption>A view of the city. Photograph: A. Person/Agency</figcaption></figure>{told(ps[:4])}<figure><img src="b"><figcaption>Another view</figcaption></figure>{told(ps[4:])}<ul class="tags"><li>Asia</li><li>Elections 2021</li></ul><p class="author-bio">Jo Writer has covered the region for 12 years.</p></article>'
    )


@layout
def many_articles(h: str, ps: list[str]) -> str:
    return whole(
        f'<main><article class="main-story">{title(h)}{told(ps)}</article><article class="teaser"><h2>Ferry sinks, 41 dead</h2><p>At least 41 people died on Thursday when a ferry sank off the coast, the coast guard said in a short statement.</p></article><article class="teaser"><h2>Rates rise to 5%</h2><p>The central bank raised its main rate to 5% on Wednesday, the highest since 2008, as prices went on rising.</p></article></main>'
    )
