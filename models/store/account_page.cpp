#include "store/account_page.h"

namespace dimsum {

namespace {

constexpr std::uint8_t accountPageVersion = 2;
constexpr std::size_t fullAt = 1000; // bytes: some eight accounts, and little is left of a page of the file

} // namespace

void AccountPages::clear()
{
    m_content.clear();
    m_pages.clear();
}

void AccountPages::add(AccountId account, std::size_t rows, std::span<const std::uint8_t> block)
{
    const std::size_t before = m_content.size();
    Packer pack(m_content);
    const bool starts = m_pages.empty() || m_pages.back().bytes >= fullAt;
    if (starts) {
        m_pages.emplace_back();
        pack.byte(accountPageVersion);
    }
    Page &page = m_pages.back();
    pack.number(static_cast<std::uint64_t>(account.value - page.last.value));
    pack.number(rows);
    pack.number(block.size());
    m_content.insert(m_content.end(), block.begin(), block.end());
    page.last = account;
    page.rows += static_cast<std::int64_t>(rows);
    page.bytes += m_content.size() - before;
}

AccountPageReader::AccountPageReader(std::span<const std::uint8_t> content, PagedBlock whole) : m_content(content), m_whole(whole)
{
    m_whole.content = content;
    m_single = m_content.byte() != accountPageVersion;
}

bool AccountPageReader::next(PagedBlock &block)
{
    if (m_single) {
        m_single = false;
        block = m_whole;
        m_account = m_whole.account.value;
        m_rows = m_whole.rows;
        static_cast<void>(m_content.bytes(m_content.left()));
        return true;
    }
    if (!m_content.sound() || m_content.left() == 0)
        return false;
    const auto step = static_cast<std::int64_t>(m_content.number());
    const auto rows = static_cast<std::int64_t>(m_content.number());
    const std::string_view bytes = m_content.bytes(m_content.number());
    // Accounts ascend, up to the one that the row of the table names.
    if (step <= 0 || step > m_whole.account.value - m_account || rows <= 0 || rows > m_whole.rows - m_rows)
        m_content.spoil();
    if (!m_content.sound())
        return false;
    m_account += step;
    m_rows += rows;
    block = {AccountId{m_account}, rows, {reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()}};
    return true;
}

bool AccountPageReader::sound() const
{
    return m_content.sound() && m_content.left() == 0 && m_account == m_whole.account.value && m_rows == m_whole.rows;
}

} // namespace dimsum
