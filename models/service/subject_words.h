// The words by which a command names what it writes ("accounts", "near-misses"), and what they stand for.
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace dimsum {

template <class Subject, std::size_t count>
using SubjectWords = std::array<std::pair<const char *, Subject>, count>;

template <class Subject, std::size_t count>
std::optional<Subject> subjectNamed(const SubjectWords<Subject, count> &words, const QString &word)
{
    for (const auto &[name, subject] : words) {
        if (word == QLatin1String(name))
            return subject;
    }
    return std::nullopt;
}

} // namespace dimsum
