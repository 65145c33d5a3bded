// A value that many may have in common, as worlds of accounts do that differ in other columns: copying it copies a pointer.
#pragma once

#include <memory>
#include <utility>

namespace dimsum
{

// Never empty. Read from any thread; changed by whoever alone has this copy of it.
template <class T>
class Shared
{
public:
    Shared() : m_value(std::make_shared<T>()) {}
    Shared(T value) : m_value(std::make_shared<T>(std::move(value))) {}

    const T &operator*() const { return *m_value; }
    const T *operator->() const { return m_value.get(); }
    operator const T &() const { return *m_value; }

    // To change it; others keep what they have.
    T &edit()
    {
        if (m_value.use_count() > 1)
            m_value = std::make_shared<T>(*m_value);
        return *m_value;
    }

private:
    std::shared_ptr<T> m_value;
};

} // namespace dimsum
