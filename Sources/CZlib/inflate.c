#include "czlib.h"

#include <stdlib.h>
#include <zlib.h>

struct czlib_inflater {
  z_stream stream;
};

czlib_inflater *czlib_open(void) {
  czlib_inflater *inflater = calloc(1, sizeof(*inflater));
  if (inflater == NULL) return NULL;
  // The largest window, and 16 for gzip's head and checksum.
  if (inflateInit2(&inflater->stream, 15 + 16) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void czlib_close(czlib_inflater *inflater) {
  if (inflater == NULL) return;
  inflateEnd(&inflater->stream);
  free(inflater);
}

int32_t czlib_inflate(
    czlib_inflater *inflater, const uint8_t *input, size_t input_count, size_t *used,
    uint8_t *output, size_t output_count, size_t *made) {
  z_stream *stream = &inflater->stream;
  uInt room_in = input_count > 1u << 30 ? 1u << 30 : (uInt)input_count;
  uInt room_out = output_count > 1u << 30 ? 1u << 30 : (uInt)output_count;
  stream->next_in = (Bytef *)input;
  stream->avail_in = room_in;
  stream->next_out = output;
  stream->avail_out = room_out;
  int status = inflate(stream, Z_NO_FLUSH);
  *used = room_in - stream->avail_in;
  *made = room_out - stream->avail_out;
  stream->next_in = NULL;
  stream->next_out = NULL;
  if (status == Z_STREAM_END) {
    return inflateReset(stream) == Z_OK ? czlib_member_ended : czlib_damaged;
  }
  // Z_BUF_ERROR: nothing could be done without more input.
  return status == Z_OK || status == Z_BUF_ERROR ? czlib_going_on : czlib_damaged;
}
