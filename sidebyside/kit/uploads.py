"""Stops a file that is bigger than this hub takes while it comes in, so that it fills neither memory nor disk."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

TOO_BIG = "upload_too_big"


def is_too_big(request) -> bool:
    """Whether something that was sent with this request was thrown away because of its size."""
    return getattr(request, TOO_BIG, False)


class OnlySoMuch(FileUploadHandler):
    """First in FILE_UPLOAD_HANDLERS. What is too big is thrown away as it comes; the rest of the form is kept.

    `is_too_big(request)` then says so, for a form to tell.
    """

    chunk_size = 64 * 1024

    def __init__(self, request=None):
        super().__init__(request)
        self.came = 0

    def receive_data_chunk(self, raw_data, start):
        self.came += len(raw_data)
        if self.came > settings.BIGGEST_UPLOAD:
            setattr(self.request, TOO_BIG, True)
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size):
        return None
