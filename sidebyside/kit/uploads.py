"""Stops a file that is bigger than this hub takes while it comes in, so that it fills neither memory nor disk."""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload


class OnlySoMuch(FileUploadHandler):
    """First in FILE_UPLOAD_HANDLERS. What is too big is thrown away as it comes; the rest of the form is kept.

    The request then says `upload_too_big`, so that a form can say so.
    """

    chunk_size = 64 * 1024

    def __init__(self, request=None):
        super().__init__(request)
        self.came = 0

    def receive_data_chunk(self, raw_data, start):
        self.came += len(raw_data)
        if self.came > settings.BIGGEST_UPLOAD:
            self.request.upload_too_big = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size):
        return None
