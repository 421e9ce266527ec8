"""On which terms votes are taken, and which origins that lets in."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from panel.community.addresses import endpoint_url, site_origin
from panel.community.rates import Rate, read_rate
from panel.store.settings import Votes


@dataclass(frozen=True)
class Terms:
    """On which terms votes are taken."""

    open: bool
    """Whether any reader may vote on published verdicts."""
    url: str | None
    """Where readers reach the endpoint; None where that is what they ask for."""
    origin: str | None
    """Origin of the site whose pages may ask."""
    rate: Rate | None
    """How often one address may vote; None without limit."""
    proxied: bool
    """Whether a proxy in front says who asks."""

    @classmethod
    def of(
        cls, votes: Votes, *, url: str | None, origin: str | None, is_open: bool | None, rate: str, proxied: bool
    ) -> "Terms":
        """Return the terms that ``panel.toml`` declares, or what is named here instead.

        Raises:
            DeclarationError: If an address or the rate isn't one.
        """
        url, origin = url or votes.url, origin or votes.origin
        return cls(
            open=votes.open if is_open is None else is_open,
            url=endpoint_url(url) if url else None,
            origin=site_origin(origin) if origin else None,
            rate=read_rate(rate),
            proxied=proxied,
        )

    @property
    def base(self) -> str:
        """The path under which readers reach it, without a slash at its end."""
        return urlsplit(self.url or "").path

    @property
    def secure(self) -> bool:
        """Whether readers reach it over TLS."""
        return (self.url or "").startswith("https:")

    def lets_in(self, origin: str, host: str) -> bool:
        """Whether a page of this origin may vote: one of our own, or one of the site's.

        Args:
            origin: What the browser says.
            host: The host that was asked; decides only where nobody said where readers reach the endpoint.
        """
        if self.url is None:
            return origin == self.origin or urlsplit(origin).netloc == host
        own = urlsplit(self.url)
        return origin in (self.origin, f"{own.scheme}://{own.netloc}")
