"""What measures loop over, compiled. All walk the rows of a symmetric sparse matrix: ``ends[start[v] : start[v + 1]]``
are the neighbours of ``v``, in order.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.projection.compiled import compiled

Array = NDArray[Any]


@compiled
def dependencies(start: Array, ends: Array, pivots: Array, total: Array, squares: Array) -> None:
    """Adds to ``total`` how much each pivot depends on each vertex, and to ``squares`` the square of it.

    Of a path between two, each end counts a vertex on it the more, the farther it is: from both ends together that is
    what it would be anyway, and a pivot does not raise whoever happens to stand next to it.
    U. Brandes, A faster algorithm for betweenness centrality, J. Math. Sociol. 25, 163–177, 2001; R. Geisberger,
    P. Sanders, D. Schultes, Better approximation of betweenness centrality, ALENEX 2008, 90–100.
    """
    size = len(total)
    far = np.full(size, -1, np.int32)
    paths = np.zeros(size)
    share = np.zeros(size)
    order = np.empty(size, np.int32)
    for pivot in pivots:
        far[pivot], paths[pivot], order[0] = 0, 1.0, pivot
        done, seen = 0, 1
        while done < seen:
            one = order[done]
            done += 1
            for place in range(start[one], start[one + 1]):
                other = ends[place]
                if far[other] < 0:
                    far[other] = far[one] + 1
                    order[seen] = other
                    seen += 1
                if far[other] == far[one] + 1:
                    paths[other] += paths[one]
        for back in range(seen - 1, 0, -1):
            one = order[back]
            each = (1 / far[one] + share[one]) / paths[one]
            for place in range(start[one], start[one + 1]):
                other = ends[place]
                if far[other] == far[one] - 1:
                    share[other] += paths[other] * each
            depends = 2 * far[one] * share[one]
            total[one] += depends
            squares[one] += depends * depends
        for back in range(seen):
            one = order[back]
            far[one], paths[one], share[one] = -1, 0.0, 0.0


@compiled
def distances(start: Array, ends: Array, first: int, last: int, reached: Array, total: Array) -> None:
    """For the vertices from ``first`` to before ``last``: how many others are reached, and the sum of how far."""
    size = len(start) - 1
    far = np.full(size, -1, np.int32)
    order = np.empty(size, np.int32)
    for root in range(first, last):
        far[root], order[0] = 0, root
        done, seen, summed = 0, 1, 0
        while done < seen:
            one = order[done]
            done += 1
            summed += far[one]
            for place in range(start[one], start[one + 1]):
                other = ends[place]
                if far[other] < 0:
                    far[other] = far[one] + 1
                    order[seen] = other
                    seen += 1
        reached[root], total[root] = seen - 1, summed
        for back in range(seen):
            far[order[back]] = -1


@compiled
def cores(start: Array, ends: Array) -> Array:
    """The core number of each vertex.

    V. Batagelj, M. Zaveršnik, An O(m) algorithm for cores decomposition of networks, arXiv:cs/0310049, 2003.
    """
    size = len(start) - 1
    degree = np.diff(start).astype(np.int64)
    begin = np.zeros(size + 2, np.int64)
    for one in range(size):
        begin[degree[one] + 1] += 1
    begin = np.cumsum(begin)
    order, place = np.empty(size, np.int64), np.empty(size, np.int64)
    fill = begin.copy()
    for one in range(size):
        place[one] = fill[degree[one]]
        order[place[one]] = one
        fill[degree[one]] += 1
    for turn in range(size):
        one = order[turn]
        for arc in range(start[one], start[one + 1]):
            other = ends[arc]
            if degree[other] > degree[one]:
                # `other` loses `one`: it changes places with the first of its degree, whose block then begins later.
                front = max(begin[degree[other]], turn + 1)
                swapped = order[front]
                order[front], order[place[other]] = other, swapped
                place[swapped], place[other] = place[other], front
                begin[degree[other]] = front + 1
                degree[other] -= 1
    return degree


@compiled
def triangles(start: Array, ends: Array) -> Array:
    """How many pairs of the neighbours of each vertex are neighbours."""
    size = len(start) - 1
    found = np.zeros(size, np.int64)
    near = np.full(size, -1, np.int64)
    for one in range(size):
        for place in range(start[one], start[one + 1]):
            near[ends[place]] = one
        for place in range(start[one], start[one + 1]):
            other = ends[place]
            if other > one:
                for beyond in range(start[other], start[other + 1]):
                    third = ends[beyond]
                    if third > other and near[third] == one:
                        found[one] += 1
                        found[other] += 1
                        found[third] += 1
    return found


@compiled
def common(start: Array, ends: Array, source: Array, target: Array) -> int:
    """How many common neighbours these pairs have, all together."""
    found = 0
    for pair in range(len(source)):
        left, right = start[source[pair]], start[target[pair]]
        while left < start[source[pair] + 1] and right < start[target[pair] + 1]:
            if ends[left] == ends[right]:
                found, left, right = found + 1, left + 1, right + 1
            elif ends[left] < ends[right]:
                left += 1
            else:
                right += 1
    return found


@compiled
def brokered(start: Array, ends: Array, group: Array, groups: int) -> Array:
    """For each vertex the open pairs of its neighbours, by the groups of all three: coordinator, itinerant, gatekeeper,
    liaison. Who has no group (-1) counts nowhere."""
    size = len(start) - 1
    found = np.zeros((size, 4), np.int64)
    near = np.full(size, -1, np.int64)
    number = np.zeros(groups, np.int64)
    for one in range(size):
        own = group[one]
        if own < 0:
            continue
        for place in range(start[one], start[one + 1]):
            other = ends[place]
            near[other] = one
            if group[other] >= 0:
                number[group[other]] += 1
        apart, same = 0, 0
        for place in range(start[one], start[one + 1]):
            of = group[ends[place]]
            if of >= 0 and of != own and number[of] > 0:
                apart += number[of]
                same += number[of] * (number[of] - 1) // 2
                number[of] = 0
        within = number[own]
        number[own] = 0
        found[one, 0] = within * (within - 1) // 2
        found[one, 1] = same
        found[one, 2] = within * apart
        found[one, 3] = apart * (apart - 1) // 2 - same
        for place in range(start[one], start[one + 1]):
            left = ends[place]
            for beyond in range(start[left], start[left + 1]):
                right = ends[beyond]
                if right > left and near[right] == one and group[left] >= 0 and group[right] >= 0:
                    if group[left] == group[right]:
                        found[one, 0 if group[left] == own else 1] -= 1
                    else:
                        found[one, 2 if own in (group[left], group[right]) else 3] -= 1
    return found
