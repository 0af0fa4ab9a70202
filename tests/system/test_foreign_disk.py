"""What a disk of others refuses without harm is passed over, and what holds a file for a moment is waited for."""

from __future__ import annotations

import errno
import time

import pytest

from docgen.system.foreign_disk import may_be_refused, patiently


class Held:
    """Something that is refused so many times before it can be done."""

    def __init__(self, times: float, error: OSError) -> None:
        self.times, self.error, self.asked = times, error, 0

    def __call__(self) -> None:
        self.asked += 1
        if self.asked <= self.times:
            raise self.error


PASSING = [OSError(errno.EBUSY, "x"), PermissionError(errno.EACCES, "x"), PermissionError(errno.EPERM, "x"), OSError(errno.ETXTBSY, "x")]  # fmt: skip


@pytest.mark.parametrize("error", PASSING)
def test_what_is_held_for_a_moment_is_tried_again(error):
    held = Held(3, error)
    patiently(held)
    assert held.asked == 4


def test_what_is_held_for_good_is_refused_within_the_time_as_the_system_says_it():
    held, begin = Held(float("inf"), PermissionError(errno.EACCES, "in gebruik")), time.monotonic()
    with pytest.raises(PermissionError, match="in gebruik"):
        patiently(held, 0.2)
    assert held.asked > 2 and time.monotonic() - begin < 1


def test_what_will_not_pass_is_refused_at_once():
    held = Held(1, OSError(errno.ENOSPC, "vol"))
    with pytest.raises(OSError, match="vol"):
        patiently(held)
    assert held.asked == 1


@pytest.mark.parametrize("name", ["EINVAL", "ENOTSUP", "EOPNOTSUPP", "EPERM", "EACCES", "ENOSYS", "ENOLCK"])
def test_what_a_share_does_not_offer_does_no_harm(name):
    with may_be_refused():
        raise OSError(getattr(errno, name), name)


@pytest.mark.parametrize("name", ["EIO", "ENOSPC", "EDQUOT"])
def test_a_disk_that_fails_is_not_passed_over(name):
    with pytest.raises(OSError, match=name), may_be_refused():
        raise OSError(getattr(errno, name), name)
