// What stat(2) says, as far as it is needed. Swift gives the members of `struct stat` to another module in each kind of
// build, so that no import of theirs is right in all of them.

#ifndef OSTEOLINT_FILE_STATUS_H
#define OSTEOLINT_FILE_STATUS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

struct file_status {
    bool is_folder;
    // Whether it holds bytes of its own: no pipe, socket or device.
    bool is_file;
    uint64_t device;
    uint64_t number;
    // In bytes.
    int64_t size;
};

static inline struct file_status file_status_of(const struct stat *status) {
    struct file_status result = {
        .is_folder = S_ISDIR(status->st_mode),
        .is_file = S_ISREG(status->st_mode),
        .device = status->st_dev,
        .number = status->st_ino,
        .size = status->st_size,
    };
    return result;
}

// False when the path leads nowhere, or nowhere that may be looked at; `errno` says why. Symbolic links are followed.
static inline bool file_status_at_path(const char *path, struct file_status *result) {
    struct stat status;
    if (stat(path, &status) != 0) return false;
    *result = file_status_of(&status);
    return true;
}

// False when the descriptor is none; `errno` says why.
static inline bool file_status_of_descriptor(int descriptor, struct file_status *result) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) return false;
    *result = file_status_of(&status);
    return true;
}

#endif
