"""``/v1/files``: upload, list, retrieve, delete, content. And the bytes of a stored picture."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from aquatint.api.documents import FileReply
from aquatint.api.responses.paging import read_paging
from aquatint.api.services import Services
from aquatint.api.uploads import fetch_blob
from aquatint.api.wire.kinds import shortened
from aquatint.api.wire.patience import patiently
from aquatint.api.wire.upload import read_upload
from aquatint.errors import NotFound, UnsupportedContentType
from aquatint.spool import discard
from aquatint.store.blobs import BlobMissing
from aquatint.store.records import StoredFile
from aquatint.store.threads import NotThere

MOST_LISTED = 10_000
MEDIA_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "svg": "image/svg+xml",
}


async def upload(request: Request, services: Services, project: str) -> Response:
    """``POST /v1/files``."""
    content_type = request.headers.get("content-type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        found = f"'{shortened(kind)}'" if kind else "none"
        raise UnsupportedContentType(f"Unsupported content type: {found}. Expected 'multipart/form-data'.")
    sent = await read_upload(patiently(request.stream()), content_type, services.spool)
    try:
        now = int(services.clock())
        file = StoredFile(
            id=services.new_id("file-"),
            filename=sent.filename,
            purpose=sent.purpose,
            blob=await services.store.keep("upl_", sent.path),
            byte_count=sent.path.stat().st_size,
            created_at=now,
            expires_at=None if sent.expires_after is None else now + sent.expires_after,
        )
    finally:
        discard(sent.path)
    await services.store.files.add(project, file)
    return JSONResponse(file_object(file))


async def page(request: Request, services: Services, project: str) -> Response:
    """``GET /v1/files``."""
    asked = read_paging(request, default=MOST_LISTED, most=MOST_LISTED)
    try:
        files, has_more = await services.store.files.page(
            project,
            int(services.clock()),
            purpose=request.query_params.get("purpose"),
            after=asked.after,
            limit=asked.limit,
            ascending=asked.ascending,
        )
    except NotThere:
        raise NotFound("File", asked.after or "", param="after") from None
    return JSONResponse(
        {
            "object": "list",
            "data": [file_object(file) for file in files],
            "first_id": files[0].id if files else None,
            "last_id": files[-1].id if files else None,
            "has_more": has_more,
        }
    )


async def retrieve(services: Services, project: str, id: str) -> Response:
    """``GET /v1/files/{id}``."""
    return JSONResponse(file_object(await _find(services, project, id)))


async def content(services: Services, project: str, id: str) -> Response:
    """``GET /v1/files/{id}/content``: the bytes as they were sent."""
    file = await _find(services, project, id)
    try:
        path = await fetch_blob(services, file.blob)
    except BlobMissing:
        raise NotFound("File", id, param="id") from None
    # Never shown by a browser under this server's name: whatever was uploaded is only handed back.
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(file.filename)}",
        "x-content-type-options": "nosniff",
    }
    return FileReply(path, "application/octet-stream", headers=headers)


async def delete(services: Services, project: str, id: str) -> Response:
    """``DELETE /v1/files/{id}``."""
    try:
        await services.store.drop(await services.store.files.delete(project, id))
    except NotThere:
        raise NotFound("File", id, param="id") from None
    return JSONResponse({"id": id, "object": "file", "deleted": True})


async def picture(services: Services, project: str, id: str) -> Response:
    """``GET /v1/images/{id}/content``: a stored picture by the id of its item."""
    found = await services.store.threads.picture(project, id)
    if found is None:
        raise NotFound("Image", id)
    try:
        path = await fetch_blob(services, found.blob)
    except BlobMissing:
        raise NotFound("Image", id) from None
    media_type = MEDIA_TYPES.get(found.card.get("output_format", ""), "application/octet-stream")
    headers = {
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    return FileReply(path, media_type, headers=headers)


def file_object(file: StoredFile) -> dict[str, Any]:
    """A file as the official clients know it."""
    return {
        "id": file.id,
        "object": "file",
        "bytes": file.byte_count,
        "created_at": file.created_at,
        "expires_at": file.expires_at,
        "filename": file.filename,
        "purpose": file.purpose,
        "status": "processed",
        "status_details": None,
    }


async def _find(services: Services, project: str, id: str) -> StoredFile:
    file = await services.store.files.get(project, id, int(services.clock()))
    if file is None:
        raise NotFound("File", id, param="id")
    return file
