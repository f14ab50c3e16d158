// A small face on zlib: unpacks gzip streams. zlib's own header is not seen by Swift.

#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// A stream that is being unpacked.
typedef struct czlib_inflater czlib_inflater;

/// How unpacking stands.
enum czlib_status {
  /// More input or more room is wanted.
  czlib_going_on = 0,
  /// A member of the stream ended; another one may follow.
  czlib_member_ended = 1,
  /// The input is no gzip stream, or it is damaged.
  czlib_damaged = 2,
};

/// Starts a stream; null if there is no memory.
czlib_inflater *czlib_open(void);

/// Ends a stream.
void czlib_close(czlib_inflater *inflater);

/// Unpacks some bytes; says how many were used and how many were made.
int32_t czlib_inflate(
    czlib_inflater *inflater, const uint8_t *input, size_t input_count, size_t *used,
    uint8_t *output, size_t output_count, size_t *made);

#endif
