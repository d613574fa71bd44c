"""A report at an http(s) address: fetched within limits, from public addresses only."""

import ipaddress
import socket
import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import httpx

from index.errors import FileTooLarge, UnreadableFile

_HOPS = 5  # redirects followed
_SECONDS = 40  # for everything together
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; wennianbao)", "Accept": "*/*", "Accept-Language": "zh-CN,zh;q=0.9"}
_REMEDY = "请在浏览器中打开，把网页或附件保存到本机后再试"
_TRANSLATED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96")))  # their last 32 bits are an IPv4 address
_LOCAL = ipaddress.IPv6Network("64:ff9b:1::/48")  # leads to addresses of the network it is used in
Resolver = Callable[[str, int], str]


def public_address(host: str, port: int) -> str:
    """The first address of `host`; every address it has must be public.

    Raises OSError when the name is unknown, PermissionError for a private, loopback or reserved address.
    """
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(_is_public(address) for address in found):
        raise PermissionError(host)
    return found[0]


def fetch(address: str, max_bytes: int, resolve: Resolver = public_address) -> bytes:
    """The bytes at `address`. Raises UnreadableFile (one line) for all that can go wrong, FileTooLarge over `max_bytes`."""
    deadline = time.monotonic() + _SECONDS
    url = address
    try:
        with httpx.Client(timeout=httpx.Timeout(_SECONDS / 2), trust_env=False, follow_redirects=False) as client:
            for _ in range(_HOPS):
                answer = _get(client, url, max_bytes, deadline, resolve)
                if isinstance(answer, bytes):
                    return answer
                url = urljoin(url, answer)
    except PermissionError as error:
        raise UnreadableFile(address, "地址指向内部网络，不予访问", "请提供公开网站的地址") from error
    except OverflowError as error:
        raise FileTooLarge(address, f"文件超过 {max_bytes // 1024 // 1024} MB", "请只提供年度报告本身") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
        raise UnreadableFile(address, f"打不开网址（{str(error) or type(error).__name__}）", f"请检查地址和网络；{_REMEDY}") from error
    raise UnreadableFile(address, "网址转来转去，没有到头", _REMEDY)


def _get(client: httpx.Client, url: str, max_bytes: int, deadline: float, resolve: Resolver) -> bytes | str:
    """The body, or where a redirect leads. The connection goes to the very address that was checked."""
    parts = urlsplit(url)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError("只支持 http 和 https 地址")
    target = httpx.URL(url)
    host = target.raw_host.decode("ascii").strip("[]")
    checked = resolve(host, parts.port or (443 if target.scheme == "https" else 80))
    request = client.build_request(
        "GET", target.copy_with(host=checked, userinfo=b"", fragment=None),
        headers={**_HEADERS, "Host": target.netloc.decode("ascii")}, extensions={"sni_hostname": host},
    )
    answer = client.send(request, stream=True)
    try:
        if answer.is_redirect:
            return answer.headers["location"]
        answer.raise_for_status()
        return _body(answer, max_bytes, deadline)
    finally:
        answer.close()


def _body(answer: httpx.Response, max_bytes: int, deadline: float) -> bytes:
    body = bytearray()
    for chunk in answer.iter_bytes():
        body += chunk
        if len(body) > max_bytes:
            raise OverflowError
        if time.monotonic() > deadline:
            raise TimeoutError(f"{_SECONDS} 秒内没有下载完")
    return bytes(body)


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in (ip, *_inside(ip))) and ip not in _LOCAL


def _inside(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The addresses of the older kind that a newer one leads to."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    found = [one for one in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())) if one]
    return [*found, ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)] if any(ip in net for net in _TRANSLATED) else found
