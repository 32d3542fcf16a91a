// A plain array in which pieces are rotated into place.
#include <algorithm>
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n, q, skipped = 0;
    cin >> n >> q;
    vector<int> train(n);
    for (int i = 0; i < n; ++i) train[i] = i + 1;
    while (q--) {
        int a, b, c;
        cin >> a >> b >> c;
        auto place = [&](int wagon) { return find(train.begin(), train.end(), wagon) - train.begin(); };
        int from = place(a), to = place(b) + 1, behind = c ? place(c) + 1 : 0;
        if (from >= to || (c && behind > from && behind <= to)) {
            ++skipped;
            continue;
        }
        auto begin = train.begin();
        if (behind <= from) rotate(begin + behind, begin + from, begin + to);
        else rotate(begin + from, begin + to, begin + behind);
    }
    cout << skipped << '\n';
    for (int wagon : train) cout << wagon << ' ';
    cout << '\n';
}
