"""From a request's body to an `ImageOrder`: read, judge, fetch, in that order."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from aquatint.api.wire.body import read_json
from aquatint.api.wire.checks import size_rule
from aquatint.api.wire.fetching import Fetcher, Uploads, no_uploads
from aquatint.api.wire.fields import Endpoint, Fields, Picture
from aquatint.api.wire.form import read_form
from aquatint.api.wire.kinds import shortened
from aquatint.api.wire.limits import Limits
from aquatint.api.wire.parameters import read_model, read_values, refuse_unknown
from aquatint.api.wire.remote import RemoteImages
from aquatint.errors import ParameterNotForModel, UnsupportedContentType
from aquatint.foundry.deployments import Deployment
from aquatint.spool import Spool, discard
from aquatint.types import Animation, ImageOrder, ImageRequest, Source, SvgText


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A judged call. ``order`` has its sources once the pictures are fetched; until then they are listed here."""

    order: ImageOrder
    deployment: Deployment
    images: tuple[Picture, ...] = ()
    mask: Picture | None = None

    def files(self) -> list[Path]:
        """The spool files of the order's inputs; whoever holds the call removes them at the end."""
        request = self.order.request
        masks = [request.mask] if request.mask is not None else []
        return [source.path for source in (*request.sources, *masks)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reading a call needs from outside."""

    spool: Spool
    resolve: Callable[[str], Deployment]
    """Model name -> deployment; raises `PublicError`."""
    new_seed: Callable[[], int]
    """A seed for calls that name none, ``0 <= seed < SEED_LIMIT``."""
    remote_images: RemoteImages
    uploads: Uploads = no_uploads
    limits: Limits = field(default_factory=Limits)

    async def read(
        self, endpoint: Endpoint, content_type: str, chunks: AsyncIterator[bytes], path_model: str | None = None
    ) -> Call:
        """The call with all its inputs in spool files. Raises `PublicError`; then no file is left.

        ``content_type`` is the header's value or empty; ``path_model`` the deployment in the URL, if there is one.
        """
        fields = await self._body(endpoint, content_type, chunks)
        try:
            call = parse(fields, endpoint, resolve=self.resolve, new_seed=self.new_seed, path_model=path_model)
            fetched = await self._fetch(call)
        except BaseException:
            fields.discard()
            raise
        used = set(fetched.files())
        discard(*(path for path in fields.files() if path not in used))
        return fetched

    async def _body(self, endpoint: Endpoint, content_type: str, chunks: AsyncIterator[bytes]) -> Fields:
        kind = content_type.partition(";")[0].strip().lower()
        if kind == "application/json":
            return await read_json(chunks, self.spool, self.limits)
        if kind == "multipart/form-data" and endpoint == "edits":
            return await read_form(chunks, content_type, self.spool, self.limits)
        expected = (
            "'application/json'" if endpoint == "generations" else "'multipart/form-data' or 'application/json'"
        )
        found = f"'{shortened(kind)}'" if kind else "none"
        raise UnsupportedContentType(f"Unsupported content type: {found}. Expected {expected}.")

    async def _fetch(self, call: Call) -> Call:
        masks = [call.mask] if call.mask is not None else []
        paths = await Fetcher(self.remote_images, self.uploads).paths([*call.images, *masks])
        sources = tuple(
            Source(path, f"image {number}") for number, path in enumerate(paths[: len(call.images)], 1)
        )
        mask = Source(paths[-1], "mask") if masks else None
        request = replace(call.order.request, sources=sources, mask=mask)
        return replace(call, order=replace(call.order, request=request))


def parse(
    fields: Fields,
    endpoint: Endpoint,
    *,
    resolve: Callable[[str], Deployment],
    new_seed: Callable[[], int],
    path_model: str | None = None,
) -> Call:
    """Judge a body: every parameter honoured, or a `PublicError` that names it. Touches no file and no network."""
    model = read_model(fields, path_model)
    deployment = resolve(model)
    refuse_unknown(fields, endpoint)
    values = read_values(fields, endpoint, deployment.profile)
    seed = values["seed"]
    request = ImageRequest(
        operation="generate" if endpoint == "generations" else "edit",
        prompt=values["prompt"],
        quality=values["quality"],
        size_rule=size_rule(deployment.profile, values),
        seed=new_seed() if seed is None else seed,
        size=values["size"],
        background=values["background"],
        output_format=values["output_format"],
        output_compression=values["output_compression"],
        animation=_animation(values),
        svg_text=_svg_text(values),
        complexity=values["complexity"],
        moderation=values["moderation"],
        input_fidelity=values.get("input_fidelity"),
        partial_images=values["partial_images"],
        want_plan=values["aquatint"].plan or values.get("aquatint[plan]", False),
    )
    order = ImageOrder(
        request=request,
        model=model,
        n=values["n"],
        stream=values["stream"],
        safety_identifier=values["safety_identifier"] or values["user"] or None,
    )
    images = values.get("images" if fields.dialect == "json" else "image", ())
    return Call(order=order, deployment=deployment, images=images, mask=values.get("mask"))


def _animation(values: dict[str, Any]) -> Animation | None:
    if values["frame_count"] is None:
        return None
    return Animation(frame_count=values["frame_count"], frame_ms=values["frame_duration_ms"])


def _svg_text(values: dict[str, Any]) -> SvgText:
    """Outlines look the same everywhere, so they are what one gets unasked."""
    wish: SvgText | None = values["aquatint"].svg_text
    if wish is not None and values["output_format"] != "svg":
        text = "'aquatint.svg_text' is only supported for SVG output format."
        raise ParameterNotForModel(text, param="aquatint.svg_text")
    return wish or "outlines"
